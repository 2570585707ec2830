using Planner.Core.Text;

namespace Planner.Core.Specialists;

/// <summary>
/// Puts a team's files beside the built-in specialists. A file with a built-in name adds expertise and patterns to it;
/// its role, page, phase, owner, model and artifacts stay. Any other name is a new specialist, which owns no artifact; its page
/// is one that the product writes.
/// </summary>
internal static class TeamSpecialists
{
    private const string Heading = "## From the team";

    public static IReadOnlyList<SpecialistDefinition> Merge(IReadOnlyList<SpecialistDefinition> builtIn, IReadOnlyList<TeamFile> files)
    {
        var team = files.Select(f => SpecialistFile.Parse(f.Text, f.Path) is var own ? own with { Origin = new TeamOrigin(f.Path, own.Hash) } : own).ToList();
        var twice = team.GroupBy(t => t.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        return twice is null
            ? [
                .. builtIn.Select(b => team.Find(t => t.Name == b.Name) is { } own ? Added(b, own) : b),
                .. team.Where(t => builtIn.All(b => b.Name != t.Name)).Select(t => New(t, builtIn)),
            ]
            : throw new SpecialistFileException(
                $"{twice.Last().Origin!.Path}: '{twice.Key}' is described in {twice.First().Origin!.Path} already; keep one of them.");
    }

    private static SpecialistDefinition New(SpecialistDefinition own, IReadOnlyList<SpecialistDefinition> builtIn)
    {
        var pages = builtIn.Select(b => b.Page).OfType<string>().Order(StringComparer.Ordinal).ToList();
        return own.Page is null || pages.Contains(own.Page, StringComparer.Ordinal)
            ? own with { Outputs = [] }
            : throw new SpecialistFileException(
                $"{own.Origin!.Path}: the page '{own.Page}' is unknown; use one of {string.Join(", ", pages)}, or leave it out.");
    }

    private static SpecialistDefinition Added(SpecialistDefinition builtIn, SpecialistDefinition own) => builtIn with
    {
        Expertise = $"{builtIn.Expertise}\n\n{Heading}\n\n{own.Expertise}",
        Patterns = [.. builtIn.Patterns, .. own.Patterns],
        Hash = TextHash.Of(builtIn.Hash + own.Hash),
        Origin = own.Origin,
    };
}
