using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Planner.Core.Text;

/// <summary>
/// A mapping of names to texts or lists of texts, as people write it at the head of a file. Nothing is built from a stranger's YAML but
/// texts: references, tags and values with names of their own are not followed.
/// </summary>
internal static partial class SimpleYaml
{
    /// <summary>Null for what is no mapping.</summary>
    /// <exception cref="FrontMatterException">It is a mapping, as far as one can see, and no YAML.</exception>
    public static Dictionary<string, IReadOnlyList<string>>? Read(string yaml)
    {
        try
        {
            return Mapping(yaml);
        }
        catch (YamlException)
        {
            // People write `title: Bug: totals` and `assignee: @ann`. What is no YAML by itself is meant as it stands.
        }

        try
        {
            return Mapping(string.Join('\n', yaml.Split('\n').Select(Quoted)));
        }
        catch (YamlException fault)
        {
            return Line().IsMatch(yaml) ? throw new FrontMatterException(fault.Start.Line + 1) : null;
        }
    }

    private static Dictionary<string, IReadOnlyList<string>>? Mapping(string yaml)
    {
        var parser = new PlainYamlParser(yaml);
        var found = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _) || !parser.TryConsume<MappingStart>(out _))
        {
            return null;
        }

        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var name = Texts(parser);
            var values = Texts(parser);
            if (name is [{ Length: > 0 } one] && (!found.TryGetValue(one, out var known) || known.Count == 0))
            {
                found[one] = values;
            }
        }

        return found;
    }

    /// <summary>The texts of the next value, whatever it is; those of values within it that have names are passed over.</summary>
    private static List<string> Texts(PlainYamlParser parser)
    {
        var texts = new List<string>();
        var (depth, mappings) = (0, 0);
        do
        {
            var next = parser.Consume<ParsingEvent>();
            depth += next.NestingIncrease;
            mappings += next is MappingStart ? 1 : next is MappingEnd ? -1 : 0;
            if (next is Scalar scalar && mappings == 0 && Text(scalar) is { Length: > 0 } text)
            {
                texts.Add(text);
            }
        }
        while (depth > 0);
        return texts;
    }

    private static string Text(Scalar scalar) => scalar is { Style: ScalarStyle.Plain, Value: "~" or "null" or "Null" or "NULL" } ? "" : scalar.Value.Trim();

    /// <summary>The line with its value in quotes where it is no YAML by itself; a value that goes on in the next line stays.</summary>
    private static string Quoted(string line)
    {
        var parts = Line().Match(line);
        var value = parts.Groups["value"].Value;
        var closing = value.Length == 0 ? ' ' : value[0] switch { '[' => ']', '{' => '}', '"' => '"', '\'' => '\'', _ => value[0] };
        return !parts.Success || value.Length == 0 || value[0] is '|' or '>' || (closing != value[0] || closing is '"' or '\'')
            && !value.AsSpan(1).Contains(closing) || IsYaml(line.Trim())
            ? line
            : $"{parts.Groups["name"].Value}'{value.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    private static bool IsYaml(string line)
    {
        try
        {
            Mapping(line.StartsWith("- ", StringComparison.Ordinal) ? $"x:\n {line}" : line);
            return true;
        }
        catch (YamlException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^(?<name>(?:[A-Za-z][A-Za-z0-9_ -]{0,60}:|[ ]*-)[ \t]+)(?<value>[^\s].*?)[ \t]*$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Line();
}
