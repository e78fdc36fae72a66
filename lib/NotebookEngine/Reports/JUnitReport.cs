using System.Globalization;
using System.Text;
using System.Xml;
using NotebookEngine.Running;

namespace NotebookEngine.Reports;

/// <summary>
/// Results as JUnit XML: a test suite per notebook, a test case per code cell; a notebook that is unreadable or was
/// cancelled has one error.
/// </summary>
internal static class JUnitReport
{
    internal static string Of(IReadOnlyList<NotebookResult> results)
    {
        var text = new Utf8StringWriter { NewLine = "\n" };
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("testsuites");
            foreach (var result in results)
            {
                WriteSuite(xml, result);
            }

            xml.WriteEndElement();
        }

        return $"{text}\n";
    }

    private static void WriteSuite(XmlWriter xml, NotebookResult result)
    {
        var isCancelled = result.Outcome == NotebookOutcome.Cancelled;
        var errors = result.Problem is not null || isCancelled ? 1 : 0;
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", PrintableText.Of(result.Name));
        xml.WriteAttributeString("file", PrintableText.Of(result.Path));
        xml.WriteAttributeString("tests", Number(result.Cells.Count + result.OutputProblems.Count + errors));
        var failed = result.Cells.Count(cell => cell.Failure is not null);
        xml.WriteAttributeString("failures", Number(failed + result.OutputProblems.Count));
        xml.WriteAttributeString("errors", Number(errors));
        xml.WriteAttributeString("skipped", Number(result.Cells.Count(cell => cell.Outcome == CellOutcome.Skipped)));
        xml.WriteAttributeString("time", Seconds(result.Duration));
        foreach (var cell in result.Cells)
        {
            WriteCase(xml, result, cell);
        }

        foreach (var stored in result.OutputProblems)
        {
            var text = OutputProblemText.Of(result, stored);
            xml.WriteStartElement("testcase");
            xml.WriteAttributeString("classname", PrintableText.Of(result.Name));
            xml.WriteAttributeString("name", $"stored outputs of {stored.Cell?.Id ?? "the notebook"}");
            WriteMessage(xml, "failure", $"{stored.Kind}", text.Split('\n')[0], text);
            xml.WriteEndElement();
        }

        if (result.Problem is { } problem)
        {
            WriteError(xml, result, "read", "unreadable", problem);
        }

        if (isCancelled)
        {
            WriteError(xml, result, "run", "cancelled", CancelledText.Of(result));
        }

        xml.WriteEndElement();
    }

    private static void WriteError(XmlWriter xml, NotebookResult result, string name, string type, string message)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", PrintableText.Of(result.Name));
        xml.WriteAttributeString("name", name);
        WriteMessage(xml, "error", type, message, result.Path);
        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, NotebookResult result, CellResult cell)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", PrintableText.Of(result.Name));
        xml.WriteAttributeString("name", cell.Id);
        xml.WriteAttributeString("time", Seconds(cell.Duration));
        if (cell.Failure is { } failure)
        {
            var body = string.Join('\n', [FailureText.Place(result, cell), .. FailureText.Lines(cell)]);
            WriteMessage(xml, "failure", failure.Name, failure.Message, body);
        }

        if (cell.SkipReason is { } reason)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", PrintableText.Of(reason));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteMessage(XmlWriter xml, string element, string type, string message, string body)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString("type", PrintableText.Of(type));
        xml.WriteAttributeString("message", PrintableText.Of(message));
        xml.WriteString(PrintableText.Of(body));
        xml.WriteEndElement();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan duration) =>
        duration.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    // XmlWriter declares the encoding of the writer below it, and a plain StringWriter's is UTF-16.
    private sealed class Utf8StringWriter() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
