using System.Text;
using System.Xml;

namespace Goldset.Labeling;

/// <summary>XML text to the element tree. Document types and entities of one's own are refused, comments dropped.</summary>
internal static class ConfigXml
{
    /// <summary>Deeper documents are refused: reading them must not exhaust anybody's stack, here or in a client.</summary>
    private const int MaxDepth = 256;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    /// <exception cref="LabelConfigException">Not well-formed, or with a document type.</exception>
    /// <param name="xml">The text.</param>
    /// <param name="sampleJson">The first comment that looks like a JSON object: a sample task.</param>
    public static ConfigElement Parse(string xml, out string? sampleJson)
    {
        sampleJson = null;
        xml = xml.TrimStart('\ufeff');
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml), Settings);
            return Read(reader, ref sampleJson);
        }
        catch (XmlException fault)
        {
            throw XmlFault.Describe(xml, fault);
        }
    }

    private static ConfigElement Read(XmlReader reader, ref string? sampleJson)
    {
        var open = new Stack<OpenElement>();
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (reader.Depth >= MaxDepth)
                    {
                        throw new LabelConfigException($"Label config is nested too deeply (more than {MaxDepth} levels)");
                    }

                    var element = new OpenElement(reader.Name, ReadAttributes(reader));
                    if (!reader.IsEmptyElement)
                    {
                        open.Push(element);
                    }
                    else if (open.TryPeek(out var parent))
                    {
                        parent.Children.Add(element.Close());
                    }
                    else
                    {
                        Drain(reader, ref sampleJson);
                        return element.Close();
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    open.Peek().AddText(reader.Value);
                    break;
                case XmlNodeType.EndElement:
                    var closed = open.Pop().Close();
                    if (open.TryPeek(out var outer))
                    {
                        outer.Children.Add(closed);
                        break;
                    }

                    Drain(reader, ref sampleJson);
                    return closed;
                case XmlNodeType.Comment:
                    sampleJson ??= SampleJson(reader.Value);
                    break;
            }
        }

        throw new XmlException("Root element is missing.");
    }

    /// <summary>Reads on to the end, so that anything after the root is found.</summary>
    private static void Drain(XmlReader reader, ref string? sampleJson)
    {
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Comment)
            {
                sampleJson ??= SampleJson(reader.Value);
            }
        }
    }

    private static string? SampleJson(string comment)
    {
        var text = comment.Trim();
        return text.StartsWith('{') && text.EndsWith('}') ? text : null;
    }

    private static ConfigAttribute[] ReadAttributes(XmlReader reader)
    {
        if (reader.AttributeCount == 0)
        {
            return [];
        }

        var attributes = new ConfigAttribute[reader.AttributeCount];
        for (var i = 0; i < attributes.Length; i++)
        {
            reader.MoveToAttribute(i);
            attributes[i] = new ConfigAttribute(reader.Name, reader.Value);
        }

        reader.MoveToElement();
        return attributes;
    }

    private sealed class OpenElement(string tag, ConfigAttribute[] attributes)
    {
        private string? _firstText;
        private StringBuilder? _text;

        public List<ConfigElement> Children { get; } = [];

        public void AddText(string text)
        {
            if (_firstText is null)
            {
                _firstText = text;
            }
            else
            {
                (_text ??= new StringBuilder(_firstText)).Append(text);
            }
        }

        public ConfigElement Close() =>
            new(tag, attributes, Children.Count == 0 ? [] : Children.ToArray(), (_text?.ToString() ?? _firstText ?? "").Trim());
    }
}
