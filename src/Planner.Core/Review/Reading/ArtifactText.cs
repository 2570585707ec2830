using System.Text.Json;
using System.Text.RegularExpressions;
using Planner.Core.Artifacts;
using Planner.Core.Review.Reports;
using Planner.Core.Text;

namespace Planner.Core.Review.Reading;

/// <summary>An artifact as a check reads it.</summary>
internal sealed record ArtifactText(string Path, string Text)
{
    /// <summary>True for a page.</summary>
    public bool IsMarkdown => Path.EndsWith(".md", StringComparison.Ordinal);

    /// <summary>The artifact, or null where it was not rendered.</summary>
    public static ArtifactText? Of(ArtifactSet artifacts, string path) =>
        artifacts.Text(path) is { } text ? new(path, text) : null;

    /// <summary>The value that the producer wrote, or null where the file is missing or does not parse; the check of completeness reports both.</summary>
    public static (ArtifactText File, T Value)? Json<T>(ArtifactSet artifacts, string path) where T : class
    {
        if (Of(artifacts, path) is not { } file)
        {
            return null;
        }

        try
        {
            return PlanJson.Read<T>(file.Text) is { } value ? (file, value) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What a check answers that cannot read its artifact.</summary>
    public static CheckResult Unreadable(string path) => new(CheckStatus.NotRun, $"{path} is missing or does not parse.", []);

    /// <summary>The first line that holds the id as a whole word; 0 where none does.</summary>
    public int LineOf(string id)
    {
        if (id.Length == 0)
        {
            return 0;
        }

        var lines = Text.Split('\n');
        var word = new Regex($@"(?<!\w){Regex.Escape(id)}(?!\w)", RegexOptions.None, TimeSpan.FromSeconds(5));
        var declared = Array.FindIndex(lines, l => l.Contains($"\"id\": \"{id}\"", StringComparison.Ordinal));
        return 1 + (declared >= 0 ? declared : Array.FindIndex(lines, word.IsMatch));
    }
}
