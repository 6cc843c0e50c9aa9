package io.pharos.cluster.guard;

import io.pharos.cluster.transport.ClusterSecret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * One question and one answer over TCP: the asker sends a nonce, the member sends what it says of itself with a proof
 * over nonce and answer, so that nobody without the secret can speak for a member.
 */
final class GuardExchange {

    private static final int MAGIC = 0x5048_4731;
    private static final int NONCE_BYTES = 32;
    private static final int PROOF_BYTES = 32;
    private static final int ANSWER_BYTES_MAX = 4096;
    private static final byte[] PURPOSE = "pharos guard ".getBytes(StandardCharsets.US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();

    private GuardExchange() {}

    static GuardAnswer ask(Socket socket, ClusterSecret secret) throws IOException {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var out = new DataOutputStream(socket.getOutputStream());
        out.writeInt(MAGIC);
        out.write(nonce);
        out.flush();
        var in = new DataInputStream(socket.getInputStream());
        int length = in.readInt();
        if (length < 0 || length > ANSWER_BYTES_MAX) {
            throw new IOException("an answer of " + length + " bytes");
        }
        byte[] answer = in.readNBytes(length);
        byte[] proof = in.readNBytes(PROOF_BYTES);
        if (!secret.isProof(proof, PURPOSE, nonce, answer)) {
            throw new IOException("an answer by somebody who does not know the cluster's secret");
        }
        return GuardAnswer.read(new DataInputStream(new ByteArrayInputStream(answer)));
    }

    static void answer(Socket socket, ClusterSecret secret, GuardAnswer answer) throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        if (in.readInt() != MAGIC) {
            throw new IOException("not a question");
        }
        byte[] nonce = in.readNBytes(NONCE_BYTES);
        var bytes = new ByteArrayOutputStream();
        answer.write(new DataOutputStream(bytes));
        byte[] payload = bytes.toByteArray();
        var out = new DataOutputStream(socket.getOutputStream());
        out.writeInt(payload.length);
        out.write(payload);
        out.write(secret.prove(PURPOSE, nonce, payload));
        out.flush();
    }
}
