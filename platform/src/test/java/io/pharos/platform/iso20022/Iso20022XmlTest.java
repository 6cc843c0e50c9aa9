package io.pharos.platform.iso20022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pharos.platform.iso20022.Iso20022Xml.MalformedMessage;
import io.pharos.platform.iso20022.PaymentInitiation.Kind;
import io.pharos.platform.iso20022.StatusReport.Status;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Iso20022XmlTest {
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");

    @ParameterizedTest
    @EnumSource(Kind.class)
    void readsWhatItWrites(Kind kind) throws MalformedMessage {
        PaymentInitiation payment = payment(kind);
        assertThat(Iso20022Xml.readInitiation(Iso20022Xml.write(payment))).isEqualTo(payment);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void readsTheReportsThatItWrites(Status status) throws MalformedMessage {
        StatusReport report =
                new StatusReport("e2e-1", "pain.001.001.09", AT, status, status == Status.RJCT ? "AM04" : "");
        assertThat(Iso20022Xml.readStatus(Iso20022Xml.write(report))).isEqualTo(report);
    }

    @Test
    void refusesADocumentThatWouldReadAFile() {
        String xml = "<!DOCTYPE d [<!ENTITY file SYSTEM \"file:///etc/passwd\">]>"
                + Iso20022Xml.write(payment(Kind.CREDIT_TRANSFER))
                        .replaceFirst("<\\?xml[^>]*>", "")
                        .replace("A Customer", "&file;");
        assertThatThrownBy(() -> Iso20022Xml.readInitiation(xml)).isInstanceOf(MalformedMessage.class);
    }

    @Test
    void refusesWhatIsNotAMessage() {
        for (String text : new String[] {"", "not xml", "<Document/>", "<a><b></a>"}) {
            assertThatThrownBy(() -> Iso20022Xml.readInitiation(text)).isInstanceOf(MalformedMessage.class);
            assertThatThrownBy(() -> Iso20022Xml.readStatus(text)).isInstanceOf(MalformedMessage.class);
        }
    }

    /** The schemas are not ours to ship: where they are not at hand, this is skipped. */
    @Test
    void whatItWritesIsValidAgainstTheSchemas() throws Exception {
        String shared =
                System.getProperty("pharos.shared", System.getenv().getOrDefault("PHAROS_SHARED", "../../shared"));
        Path schemas = Path.of(shared, "data", "iso20022", "xsd");
        Assumptions.assumeTrue(Files.isDirectory(schemas), "the schemas of ISO 20022 are not at " + schemas);
        validate(schemas, "pain.001.001.09", Iso20022Xml.write(payment(Kind.CREDIT_TRANSFER)));
        validate(schemas, "pain.008.001.08", Iso20022Xml.write(payment(Kind.DIRECT_DEBIT)));
        validate(
                schemas,
                "pain.002.001.11",
                Iso20022Xml.write(new StatusReport("e2e-1", "pain.001.001.09", AT, Status.RJCT, "AM04")));
    }

    private static void validate(Path schemas, String message, String xml) throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(schemas.resolve(message + ".xsd").toFile())
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
    }

    private static PaymentInitiation payment(Kind kind) {
        return new PaymentInitiation(
                kind, "e2e-1", AT, "CNY", new BigDecimal("12.34"), "A Customer", "SANDBOX-1000", "PHAROS-CLEARING");
    }
}
