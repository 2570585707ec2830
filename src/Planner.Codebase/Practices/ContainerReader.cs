using System.Text.RegularExpressions;
using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.Practices;

/// <summary>Reads what runs in containers: the services of a compose file with their images, and the base images of a Dockerfile.</summary>
internal static partial class ContainerReader
{
    private const int Most = 40;
    private const int MostLines = 5_000;

    public static bool Is(string name) => IsCompose(name) || IsDockerfile(name);

    public static IReadOnlyList<ContainerFact> Read(string path, string name, string text) =>
        [.. (IsCompose(name) ? Services(path, text) : Images(path, text)).Take(Most)];

    private static bool IsCompose(string name) => ComposeName().IsMatch(name);

    private static bool IsDockerfile(string name) =>
        name == "Dockerfile" || name.StartsWith("Dockerfile.", StringComparison.Ordinal) || name.EndsWith(".Dockerfile", StringComparison.Ordinal);

    /// <summary>The names that stand one step in under <c>services:</c>.</summary>
    private static IEnumerable<ContainerFact> Services(string path, string text)
    {
        var (inside, step) = (false, 0);
        ContainerFact? open = null;
        foreach (var (at, raw) in text.Split('\n').Take(MostLines).Index())
        {
            var line = raw.TrimEnd();
            var indent = line.Length - line.TrimStart().Length;
            if (line.Length == indent || line[indent] == '#')
            {
                continue;
            }

            if (indent == 0)
            {
                inside = line.StartsWith("services:", StringComparison.Ordinal);
                step = 0;
            }
            else if (inside && (step == 0 || indent == step) && Key().Match(line) is { Success: true } key)
            {
                if (open is not null)
                {
                    yield return open;
                }

                (step, open) = (indent, new ContainerFact(path, at + 1, key.Groups["name"].Value, ""));
            }
            else if (inside && open is { Image.Length: 0 } && Image().Match(line) is { Success: true } image)
            {
                open = open with { Image = image.Groups["image"].Value };
            }
        }

        if (open is not null)
        {
            yield return open;
        }
    }

    private static IEnumerable<ContainerFact> Images(string path, string text) => text.Split('\n').Take(MostLines).Index()
        .Select(l => (At: l.Index + 1, Match: From().Match(l.Item)))
        .Where(l => l.Match.Success)
        .Select(l => new ContainerFact(path, l.At, "", l.Match.Groups["image"].Value));

    [GeneratedRegex(@"\A(docker-)?compose([.-][A-Za-z0-9_-]+)*\.ya?ml\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ComposeName();

    [GeneratedRegex(@"\A\s+[""']?(?<name>[A-Za-z0-9._-]{1,60})[""']?:\s*(#.*)?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Key();

    [GeneratedRegex(@"\A\s+image:\s*[""']?(?<image>[A-Za-z0-9._:/@${}-]{1,160})", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Image();

    [GeneratedRegex(
        @"\A\s*FROM\s+(--\S+\s+)?(?<image>[A-Za-z0-9._:/@${}-]{1,160})",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex From();
}
