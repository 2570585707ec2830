using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Planner.Core.Artifacts.Contracts;

/// <summary>Writes a tree as YAML and reads it back. A text that YAML could take for something else is quoted, so every text stays text.</summary>
internal static partial class YamlText
{
    private const int DeepestNesting = 64;

    private static readonly string[] Words = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];

    /// <summary>Block style, two spaces, one line for each value, ends with a line end.</summary>
    public static string Of(JsonObject document)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var emitter = new Emitter(text, new EmitterSettings(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart());
        Write(emitter, document);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    /// <summary>The tree of one document without aliases; anchors and tags are passed over.</summary>
    /// <exception cref="UnreadableYamlException">The text is something else.</exception>
    public static JsonObject Read(string text)
    {
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            parser.Consume<DocumentStart>();
            var root = Read(parser, depth: 0) as JsonObject ?? throw new UnreadableYamlException("The document is no mapping.");
            parser.Consume<DocumentEnd>();
            parser.Consume<StreamEnd>();
            return root;
        }
        catch (YamlException fault)
        {
            throw new UnreadableYamlException($"Line {fault.Start.Line}: {fault.Message}", fault);
        }
    }

    /// <summary>The line of the first fault, from 1; 0 where any YAML parser can read the text.</summary>
    public static long FirstFault(string text)
    {
        try
        {
            var parser = new Parser(new StringReader(text));
            while (parser.MoveNext())
            {
            }

            return 0;
        }
        catch (YamlException fault)
        {
            return Math.Max(1, fault.Start.Line);
        }
    }

    private static void Write(Emitter emitter, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                emitter.Emit(new MappingStart(null, null, isImplicit: true, map.Count == 0 ? MappingStyle.Flow : MappingStyle.Block));
                map.ToList().ForEach(p => { emitter.Emit(Text(p.Key)); Write(emitter, p.Value); });
                emitter.Emit(new MappingEnd());
                break;
            case JsonArray list:
                emitter.Emit(new SequenceStart(null, null, isImplicit: true, list.All(i => i is JsonValue) ? SequenceStyle.Flow : SequenceStyle.Block));
                list.ToList().ForEach(i => Write(emitter, i));
                emitter.Emit(new SequenceEnd());
                break;
            default:
                emitter.Emit(node?.GetValueKind() == JsonValueKind.String ? Text(node.GetValue<string>()) : new Scalar(node?.ToJsonString() ?? "null"));
                break;
        }
    }

    private static Scalar Text(string text)
    {
        var plain = Plain().IsMatch(text) && !Words.Contains(text, StringComparer.OrdinalIgnoreCase);
        return new(null, null, text, plain ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted, isPlainImplicit: plain, isQuotedImplicit: !plain);
    }

    private static JsonNode? Read(Parser parser, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new UnreadableYamlException($"It is nested more than {DeepestNesting} deep.");
        }

        return parser.Current switch
        {
            MappingStart => Mapping(parser, depth),
            SequenceStart => Sequence(parser, depth),
            Scalar => Value(parser.Consume<Scalar>()),
            _ => throw new UnreadableYamlException("It holds an alias, which a contract does not need."),
        };
    }

    private static JsonObject Mapping(Parser parser, int depth)
    {
        var map = new JsonObject();
        parser.Consume<MappingStart>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            if (!map.TryAdd(key.Value, Read(parser, depth + 1)))
            {
                throw new UnreadableYamlException($"Line {key.Start.Line}: the key {key.Value} stands twice.");
            }
        }

        return map;
    }

    private static JsonArray Sequence(Parser parser, int depth)
    {
        var list = new JsonArray();
        parser.Consume<SequenceStart>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            list.Add(Read(parser, depth + 1));
        }

        return list;
    }

    private static JsonNode? Value(Scalar scalar) => (scalar.Style, scalar.Value) switch
    {
        (not ScalarStyle.Plain, var text) => JsonValue.Create(text),
        (_, "null" or "~" or "") => null,
        (_, "true" or "false") => JsonValue.Create(scalar.Value == "true"),
        (_, var text) when decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number) =>
            JsonValue.Create(number),
        (_, var text) => JsonValue.Create(text),
    };

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_/.-]*(?: [A-Za-z0-9_/.(][A-Za-z0-9_/.,()'-]*)*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Plain();
}

/// <summary>A text is no YAML, or more of YAML than a contract needs.</summary>
public sealed class UnreadableYamlException : Exception
{
    /// <summary>Says why.</summary>
    public UnreadableYamlException(string message) : base(message)
    {
    }

    /// <summary>Says why, and what the parser said.</summary>
    public UnreadableYamlException(string message, Exception inner) : base(message, inner)
    {
    }
}
