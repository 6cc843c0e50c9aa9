package io.pharos.platform.iso20022;

import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes and reads the messages. Writing follows the order of the elements in the schemas; reading takes what it needs
 * by path and ignores the rest, as banks add fields. Documents with a DTD are refused, so nothing outside of the
 * document can be included.
 */
public final class Iso20022Xml {
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:";
    private static final String STATUS_MESSAGE = "pain.002.001.11";
    private static final String OUR_NAME = "Pharos";
    private static final int DEPTH_MAX = 32;
    private static final int ELEMENTS_MAX = 2_000;

    private static final XMLOutputFactory OUTPUT = XMLOutputFactory.newDefaultFactory();
    private static final XMLInputFactory INPUT = safeInput();

    private Iso20022Xml() {}

    /** A text is not one of the messages. */
    public static final class MalformedMessage extends Exception {
        MalformedMessage(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The message that asks for a payment. */
    public static String write(PaymentInitiation payment) {
        boolean credit = payment.kind() == PaymentInitiation.Kind.CREDIT_TRANSFER;
        return document(payment.kind().message(), xml -> {
            xml.open(credit ? "CstmrCdtTrfInitn" : "CstmrDrctDbtInitn");
            xml.open("GrpHdr")
                    .leaf("MsgId", payment.endToEndId())
                    .leaf("CreDtTm", time(payment.createdAt()))
                    .leaf("NbOfTxs", "1")
                    .leaf("CtrlSum", payment.amount().toPlainString());
            party(xml, "InitgPty", OUR_NAME);
            xml.close();
            xml.open("PmtInf").leaf("PmtInfId", payment.endToEndId()).leaf("PmtMtd", credit ? "TRF" : "DD");
            String date =
                    payment.createdAt().atOffset(ZoneOffset.UTC).toLocalDate().toString();
            if (credit) {
                xml.open("ReqdExctnDt").leaf("Dt", date).close();
            } else {
                xml.leaf("ReqdColltnDt", date);
            }
            String house = credit ? "Dbtr" : "Cdtr";
            party(xml, house, OUR_NAME);
            account(xml, house + "Acct", payment.houseAccount());
            agent(xml, house + "Agt");
            xml.open(credit ? "CdtTrfTxInf" : "DrctDbtTxInf");
            xml.open("PmtId").leaf("EndToEndId", payment.endToEndId()).close();
            if (credit) {
                xml.open("Amt");
            }
            xml.amount("InstdAmt", payment.currency(), payment.amount());
            if (credit) {
                xml.close();
            } else {
                agent(xml, "DbtrAgt");
            }
            String customer = credit ? "Cdtr" : "Dbtr";
            party(xml, customer, payment.customerName());
            account(xml, customer + "Acct", payment.customerAccount());
            xml.close().close().close();
        });
    }

    /** The message that reports on a payment. */
    public static String write(StatusReport report) {
        return document(STATUS_MESSAGE, xml -> {
            xml.open("CstmrPmtStsRpt");
            xml.open("GrpHdr")
                    .leaf("MsgId", report.endToEndId())
                    .leaf("CreDtTm", time(report.createdAt()))
                    .close();
            xml.open("OrgnlGrpInfAndSts")
                    .leaf("OrgnlMsgId", report.endToEndId())
                    .leaf("OrgnlMsgNmId", report.originalMessage())
                    .close();
            xml.open("OrgnlPmtInfAndSts").leaf("OrgnlPmtInfId", report.endToEndId());
            xml.open("TxInfAndSts")
                    .leaf("OrgnlEndToEndId", report.endToEndId())
                    .leaf("TxSts", report.status().name());
            if (!report.reason().isEmpty()) {
                xml.open("StsRsnInf")
                        .open("Rsn")
                        .leaf("Cd", report.reason())
                        .close()
                        .close();
            }
            xml.close().close().close();
        });
    }

    public static PaymentInitiation readInitiation(String xml) throws MalformedMessage {
        Map<String, String> values = read(xml);
        boolean credit = values.keySet().stream().anyMatch(path -> path.startsWith("/Document/CstmrCdtTrfInitn/"));
        String root = "/Document/" + (credit ? "CstmrCdtTrfInitn" : "CstmrDrctDbtInitn");
        String info = root + "/PmtInf/";
        String transaction = info + (credit ? "CdtTrfTxInf/" : "DrctDbtTxInf/");
        String amount = transaction + (credit ? "Amt/InstdAmt" : "InstdAmt");
        String house = credit ? "Dbtr" : "Cdtr";
        String customer = credit ? "Cdtr" : "Dbtr";
        try {
            return new PaymentInitiation(
                    credit ? PaymentInitiation.Kind.CREDIT_TRANSFER : PaymentInitiation.Kind.DIRECT_DEBIT,
                    value(values, transaction + "PmtId/EndToEndId"),
                    Instant.parse(value(values, root + "/GrpHdr/CreDtTm")),
                    value(values, amount + "/@Ccy"),
                    new BigDecimal(value(values, amount)),
                    value(values, transaction + customer + "/Nm"),
                    value(values, transaction + customer + "Acct/Id/Othr/Id"),
                    value(values, info + house + "Acct/Id/Othr/Id"));
        } catch (RuntimeException e) {
            throw new MalformedMessage("not a payment initiation: " + e.getMessage(), e);
        }
    }

    public static StatusReport readStatus(String xml) throws MalformedMessage {
        Map<String, String> values = read(xml);
        String report = "/Document/CstmrPmtStsRpt/";
        String transaction = report + "OrgnlPmtInfAndSts/TxInfAndSts/";
        try {
            return new StatusReport(
                    value(values, transaction + "OrgnlEndToEndId"),
                    value(values, report + "OrgnlGrpInfAndSts/OrgnlMsgNmId"),
                    Instant.parse(value(values, report + "GrpHdr/CreDtTm")),
                    StatusReport.Status.valueOf(value(values, transaction + "TxSts")),
                    values.getOrDefault(transaction + "StsRsnInf/Rsn/Cd", ""));
        } catch (RuntimeException e) {
            throw new MalformedMessage("not a status report: " + e.getMessage(), e);
        }
    }

    /** The texts of a document by path, attributes as {@code path/@name}; the first of several counts. */
    private static Map<String, String> read(String xml) throws MalformedMessage {
        Map<String, String> values = new HashMap<>();
        try {
            XMLStreamReader reader = INPUT.createXMLStreamReader(new StringReader(xml));
            Deque<String> paths = new ArrayDeque<>();
            Deque<StringBuilder> texts = new ArrayDeque<>();
            paths.push("");
            int elements = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD -> throw new XMLStreamException("a DTD is not allowed");
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++elements > ELEMENTS_MAX || paths.size() > DEPTH_MAX) {
                            throw new XMLStreamException("too many elements");
                        }
                        String path = paths.peek() + "/" + reader.getLocalName();
                        paths.push(path);
                        texts.push(new StringBuilder());
                        for (int index = 0; index < reader.getAttributeCount(); index++) {
                            values.putIfAbsent(
                                    path + "/@" + reader.getAttributeLocalName(index), reader.getAttributeValue(index));
                        }
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        StringBuilder text = texts.peek();
                        if (text != null) {
                            text.append(reader.getText());
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        String text = texts.pop().toString().strip();
                        String path = paths.pop();
                        if (!text.isEmpty()) {
                            values.putIfAbsent(path, text);
                        }
                    }
                    default -> {}
                }
            }
            return values;
        } catch (XMLStreamException e) {
            throw new MalformedMessage("not readable as XML: " + e.getMessage(), e);
        }
    }

    private static String value(Map<String, String> values, String path) {
        String value = values.get(path);
        if (value == null) {
            throw new IllegalArgumentException(path + " is missing");
        }
        return value;
    }

    @FunctionalInterface
    private interface Content {
        void write(Writer xml) throws XMLStreamException;
    }

    private static String document(String message, Content content) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter stream = OUTPUT.createXMLStreamWriter(text);
            stream.writeStartDocument("UTF-8", "1.0");
            stream.setDefaultNamespace(NAMESPACE + message);
            stream.writeStartElement("Document");
            stream.writeDefaultNamespace(NAMESPACE + message);
            content.write(new Writer(stream));
            stream.writeEndDocument();
            stream.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
        return text.toString();
    }

    private static void party(Writer xml, String name, String who) throws XMLStreamException {
        xml.open(name).leaf("Nm", who).close();
    }

    private static void account(Writer xml, String name, String id) throws XMLStreamException {
        xml.open(name).open("Id").open("Othr").leaf("Id", id).close().close().close();
    }

    private static void agent(Writer xml, String name) throws XMLStreamException {
        xml.open(name)
                .open("FinInstnId")
                .open("Othr")
                .leaf("Id", "SANDBOX")
                .close()
                .close()
                .close();
    }

    private static String time(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.MILLIS));
    }

    private static XMLInputFactory safeInput() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are not allowed");
        });
        return factory;
    }

    /** Elements in the order in which they are written. */
    private record Writer(XMLStreamWriter stream) {
        Writer open(String name) throws XMLStreamException {
            stream.writeStartElement(name);
            return this;
        }

        Writer close() throws XMLStreamException {
            stream.writeEndElement();
            return this;
        }

        Writer leaf(String name, String text) throws XMLStreamException {
            stream.writeStartElement(name);
            stream.writeCharacters(text);
            stream.writeEndElement();
            return this;
        }

        void amount(String name, String currency, BigDecimal amount) throws XMLStreamException {
            stream.writeStartElement(name);
            stream.writeAttribute("Ccy", currency);
            stream.writeCharacters(amount.toPlainString());
            stream.writeEndElement();
        }
    }
}
