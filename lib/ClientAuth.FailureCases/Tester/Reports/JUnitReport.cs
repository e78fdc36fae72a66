using System.Globalization;
using System.Text;
using System.Xml;
using ClientAuth.FailureCases.Catalogue;
using ClientAuth.FailureCases.Tester.Verdicts;

namespace ClientAuth.FailureCases.Tester.Reports;

/// <summary>
/// A report as JUnit XML: a test suite for each section of the catalogue, a test case for each case by each method, and a suite for
/// the good requests. Failures are those that a specification settles; another choice passes, and its words are its output.
/// </summary>
internal static class JUnitReport
{
    public static string Of(TestReport report)
    {
        var text = new Utf8StringWriter { NewLine = "\n" };
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", ReportFile.Mark);
            WriteClients(xml, report.Clients);
            foreach (var section in report.Cases.GroupBy(one => one.Section))
            {
                WriteSection(xml, section.Key, [.. section]);
            }

            xml.WriteEndElement();
        }

        return $"{text}\n";
    }

    private static void WriteClients(XmlWriter xml, IReadOnlyList<ClientCheck> clients)
    {
        WriteSuite(xml, "clients", clients.Count, clients.Count(client => !client.Works), skipped: 0);
        foreach (var client in clients)
        {
            xml.WriteStartElement("testcase");
            xml.WriteAttributeString("classname", "clients");
            xml.WriteAttributeString("name", Representable($"{client.ClientId} {client.Method}"));
            if (!client.Works)
            {
                WriteMessage(xml, "failure", "the good request gets no token", Representable(client.Got));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteSection(XmlWriter xml, CaseSection section, IReadOnlyList<CaseVerdict> cases)
    {
        WriteSuite(xml, section.Id, cases.Count, cases.Count(one => one.IsFailure), cases.Count(one => !one.IsAsked));
        foreach (var one in cases)
        {
            WriteCase(xml, one);
        }

        xml.WriteEndElement();
    }

    private static void WriteSuite(XmlWriter xml, string name, int tests, int failures, int skipped)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("tests", Number(tests));
        xml.WriteAttributeString("failures", Number(failures));
        xml.WriteAttributeString("errors", "0");
        xml.WriteAttributeString("skipped", Number(skipped));
    }

    private static void WriteCase(XmlWriter xml, CaseVerdict one)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", one.Section.Id);
        xml.WriteAttributeString("name", $"{one.Case.Id} {one.Method}: {one.Case.Title}");
        if (!one.IsAsked)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", Representable(one.Detail ?? ""));
            xml.WriteEndElement();
        }
        else if (one.IsFailure)
        {
            WriteMessage(
                xml,
                "failure",
                one.Words,
                $"expected {one.Expected}, {one.Detail}\n{one.Case.Specification}\n{one.Case.Why}"
            );
        }
        else if (one.IsDifference)
        {
            xml.WriteElementString("system-out", $"{one.Words}: expected {one.Expected}, {one.Detail}");
        }

        xml.WriteEndElement();
    }

    private static void WriteMessage(XmlWriter xml, string element, string message, string body)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString("message", message);
        xml.WriteString(body);
        xml.WriteEndElement();
    }

    // A client's identifier may have characters that no XML document can hold, not even escaped (XML 1.0 §2.2).
    private static string Representable(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => IsXml(rune) ? $"{rune}" : "\uFFFD"));

    private static bool IsXml(Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // XmlWriter declares the encoding of the writer below it, and a plain StringWriter's is UTF-16.
    private sealed class Utf8StringWriter() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
