package io.pharos.platform.edge.web;

import io.pharos.platform.edge.EdgeProblem;
import io.pharos.platform.edge.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body that is too large: at once if its length is announced, else when the limit is passed. */
public final class BodyLimitFilter extends OncePerRequestFilter {
    private final long bytesMax;
    private final ProblemWriter problems;

    public BodyLimitFilter(long bytesMax, ProblemWriter problems) {
        this.bytesMax = bytesMax;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > bytesMax) {
            problems.write(request, response, new ProblemException(EdgeProblem.PAYLOAD_TOO_LARGE, bytesMax));
            return;
        }
        chain.doFilter(new LimitedRequest(request, bytesMax), response);
    }

    /** More bytes came than are allowed. */
    static final class BodyTooLarge extends IOException {
        private final long bytesMax;

        BodyTooLarge(long bytesMax) {
            super("more than " + bytesMax + " bytes");
            this.bytesMax = bytesMax;
        }

        long bytesMax() {
            return bytesMax;
        }
    }

    private static final class LimitedRequest extends HttpServletRequestWrapper {
        private final long bytesMax;

        LimitedRequest(HttpServletRequest request, long bytesMax) {
            super(request);
            this.bytesMax = bytesMax;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(super.getInputStream(), bytesMax);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class LimitedStream extends ServletInputStream {
        private final ServletInputStream stream;
        private final long bytesMax;
        private long bytesRead;

        LimitedStream(ServletInputStream stream, long bytesMax) {
            this.stream = stream;
            this.bytesMax = bytesMax;
        }

        @Override
        public int read() throws IOException {
            int value = stream.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = stream.read(target, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int more) throws BodyTooLarge {
            bytesRead += more;
            if (bytesRead > bytesMax) {
                throw new BodyTooLarge(bytesMax);
            }
        }

        @Override
        public boolean isFinished() {
            return stream.isFinished();
        }

        @Override
        public boolean isReady() {
            return stream.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            stream.setReadListener(listener);
        }
    }
}
