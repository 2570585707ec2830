using System.Text.RegularExpressions;
using Planner.Core.Artifacts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Review.Reading;

/// <summary>The commands of the quickstart: a shell takes them, this repository has their tools, and the files that they name are there.</summary>
internal sealed partial class FirstCommands
{
    private const string Page = "quickstart.md";

    private static readonly string[] Languages = ["sh", "bash", "shell", "console"];

    private readonly HashSet<string> tools;
    private readonly HashSet<string> paths;

    private FirstCommands(Plan plan)
    {
        var (inventory, conventions) = (plan.Grounding.Inventory, plan.Grounding.Conventions);
        var used = conventions.VerificationCommands.SelectMany(c => ShellLine.Read(c) ?? []).Select(c => c[0]);
        var containers = conventions.Containers.Count > 0 || inventory.Paths.Any(p => Container().IsMatch(p)) ? ["docker"] : Array.Empty<string>();
        var made = plan.Tasks.SelectMany(t => t.Files).Where(f => f.Change == ChangeKind.Add).Select(f => f.Path);
        tools = [.. used, .. containers, .. plan.Grounding.Commit is null ? Array.Empty<string>() : ["git"], "cd"];
        paths = [.. inventory.Paths.Concat(made).SelectMany(Places)];
    }

    public static void Judge(Plan plan, ArtifactSet artifacts, FindingList findings)
    {
        if (ArtifactText.Of(artifacts, Page) is not { } page)
        {
            return;
        }

        var commands = new FirstCommands(plan);
        foreach (var block in MarkdownOutline.Of(page.Text).Code.Where(b => b.End > 0 && Languages.Contains(b.Language, StringComparer.OrdinalIgnoreCase)))
        {
            foreach (var (text, i) in block.Text.Replace("\\\n", "  ", StringComparison.Ordinal)
                .Split('\n')
                .Select((text, i) => (text, i))
                .Where(l => l.text.Trim() is not ("" or ['#', ..])))
            {
                commands.Complaints(text).ToList().ForEach(c => findings.Error(c.Code, page, block.Line + 1 + i, "", c.Message));
            }
        }
    }

    private IEnumerable<(string Code, string Message)> Complaints(string line)
    {
        if (ShellLine.Read(line) is not { } commands)
        {
            return [("command", "No shell takes this line as a command.")];
        }

        var unknown = commands.Select(c => c[0])
            .Where(t => !tools.Contains(t) && !paths.Contains(Tidy(t)))
            .Select(t => ("tool", $"Nothing found in this repository uses {t}."));
        return unknown.Concat(commands.Where(c => c[0] != "git")
            .SelectMany(Files)
            .Where(f => !paths.Contains(Tidy(f)))
            .Select(f => ("path", $"{f} is not in this repository."))).Distinct();
    }

    /// <summary>Words that can only name what is there before: a kind of file that nothing writes, or a path that is not the value of an option.</summary>
    private static IEnumerable<string> Files(IReadOnlyList<string> words)
    {
        for (var i = 1; i < words.Count; i++)
        {
            var isPlace = words[i].Contains('/', StringComparison.Ordinal) && !words[i - 1].StartsWith('-');
            if (Plain().IsMatch(words[i]) && (isPlace || Input().IsMatch(words[i])))
            {
                yield return words[i];
            }
        }
    }

    private static string Tidy(string path) => path.StartsWith("./", StringComparison.Ordinal) ? path[2..].TrimEnd('/') : path.TrimEnd('/');

    /// <summary>A file and the folders that it lies in.</summary>
    private static IEnumerable<string> Places(string path)
    {
        for (var at = path.Length; at > 0; at = path.LastIndexOf('/', at - 1))
        {
            yield return path[..at];
        }
    }

    [GeneratedRegex(
        @"(^|/)((docker-)?compose[^/]*\.ya?ml|[^/]*Dockerfile[^/]*)$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Container();

    /// <summary>Neither an option nor a switch, a variable, a pattern, an address or an assignment.</summary>
    [GeneratedRegex(@"^[\w.][\w./ +@-]*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Plain();

    [GeneratedRegex(
        @"\.(slnx?|slnf|[a-z]+proj|ya?ml|sh|ps1|cmd|bat|sql|props|targets|runsettings)$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Input();
}
