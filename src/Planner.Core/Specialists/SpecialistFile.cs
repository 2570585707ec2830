using System.Text.RegularExpressions;
using Planner.Core.Text;
using Planner.Durability;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Planner.Core.Specialists;

/// <summary>A specialist's file cannot be used; the message names the file and says how to mend it.</summary>
public sealed class SpecialistFileException(string message) : StepException(message, retryHelps: false);

/// <summary>Reads a specialist from Markdown with front matter.</summary>
public static partial class SpecialistFile
{
    private static readonly string[] Tiers = ["fast", "standard", "deep"];

    /// <summary>Reads one file; <paramref name="file"/> is its name, for messages.</summary>
    /// <exception cref="SpecialistFileException">It has no front matter, or a field is missing or wrong.</exception>
    public static SpecialistDefinition Parse(string text, string file = "specialist.md")
    {
        var normal = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        return FrontMatter.Split(normal) is var (yaml, body)
            ? Definition(Head(yaml, file), body.Trim(), file, normal)
            : throw Wrong(file, "it has no front matter; start it with a line '---', the fields name and title, and a line '---', 200 lines at most");
    }

    private static SpecialistDefinition Definition(FrontMatterFields head, string body, string file, string text)
    {
        var name = Name(head.Name, file);
        if (string.IsNullOrWhiteSpace(head.Title))
        {
            throw Wrong(file, "the front matter has no title; add 'title: …'");
        }

        if (body.Length == 0)
        {
            throw Wrong(file, "there is no text after the front matter; write what the specialist knows and looks for");
        }

        return new SpecialistDefinition
        {
            Name = name,
            Title = head.Title.Trim(),
            Role = SpecialistPlace.Role(head.Role, Wrongly),
            Page = SpecialistPlace.Page(head.Page, Wrongly),
            Phase = SpecialistPlace.Phase(head.Phase, Wrongly),
            Owner = SpecialistPlace.Owner(head.Owner, Wrongly),
            Tier = Tier(head.Tier, file),
            After = [.. (head.After ?? []).Select(a => Name(a, file))],
            Outputs = [.. head.Outputs ?? []],
            Patterns = PatternPacks.Read(head.Patterns, Wrongly),
            Expertise = body,
            Hash = TextHash.Of(text),
        };

        SpecialistFileException Wrongly(string problem) => Wrong(file, problem);
    }

    private static FrontMatterFields Head(string yaml, string file)
    {
        try
        {
            var reader = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).IgnoreUnmatchedProperties().Build();
            return reader.Deserialize<FrontMatterFields?>(new PlainYamlParser(yaml)) ?? throw Wrong(file, "the front matter is empty; add name and title");
        }
        catch (YamlException wrong)
        {
            throw Wrong(
                file,
                $"the front matter is not valid YAML at line {wrong.Start.Line + 1}; check indentation and quotes; anchors, references to them and tags "
                    + $"are not read");
        }
    }

    private static string Name(string? name, string file) => name is not null && NameShape().IsMatch(name)
        ? name
        : throw Wrong(file, $"'{name}' is no name for a specialist; use lower-case letters, digits and hyphens, like 'database'");

    private static string Tier(string? tier, string file) => tier is null || Tiers.Contains(tier, StringComparer.Ordinal)
        ? tier ?? "standard"
        : throw Wrong(file, $"the tier '{tier}' is unknown; use fast, standard or deep");

    private static SpecialistFileException Wrong(string file, string what) => new($"{file}: {what}.");

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{0,39}\z", RegexOptions.NonBacktracking)]
    private static partial Regex NameShape();

    private sealed class FrontMatterFields
    {
        public string? Name { get; set; }

        public string? Title { get; set; }

        public string? Role { get; set; }

        public string? Page { get; set; }

        public string? Phase { get; set; }

        public string? Owner { get; set; }

        public string? Tier { get; set; }

        public List<string>? After { get; set; }

        public List<string>? Outputs { get; set; }

        public Dictionary<string, List<PatternFields>>? Patterns { get; set; }
    }
}
