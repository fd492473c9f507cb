using System.Xml;

namespace Goldset.Labeling;

/// <summary>Words what is wrong with a text that is no XML the way the API's two parsers do.</summary>
internal static class XmlFault
{
    public static LabelConfigException Describe(string xml, XmlException fault) =>
        new($"not well-formed (invalid token): line {fault.LineNumber}, column {Math.Max(0, fault.LinePosition - 1)}", fault.Message, fault);
}
