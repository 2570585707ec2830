using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Paths;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Frontend;

/// <summary>Which views a ticket touches, and how they are built and tested.</summary>
internal static class ViewFiles
{
    private static readonly string[] Aside = Lexicon.Words("frontend", "aside");

    private const int Most = 3;

    /// <summary>
    /// Views that the ticket names, else the likeliest of those that its words fit, else the likeliest of the controller that it
    /// is about; at most three.
    /// </summary>
    public static IReadOnlyList<string> Touched(RuleContext brief)
    {
        var named = Views.Named(brief);
        return named.Count > 0 ? named : Fitting(brief) is { Count: > 0 } fitting ? fitting : Shown(brief);
    }

    private static List<string> Fitting(RuleContext brief)
    {
        var words = string.Join('\n', brief.Claims.For(SpecialistNames.Frontend).Select(c => c.Text)) + "\n" + brief.Ticket.Summary;
        return [.. brief.Grounding.Files
            .Where(f => Views.IsView(f.Path) && !Aside.Contains(Views.Stem(f.Path), StringComparer.Ordinal))
            .Select(f => (f.Path, f.Score, Words: Words.Overlap(Views.Stem(f.Path), words)))
            .Where(f => f.Words > 0)
            .OrderByDescending(f => f.Words).ThenByDescending(f => f.Score).ThenBy(f => f.Path, StringComparer.Ordinal)
            .Take(Most).Select(f => f.Path)];
    }

    private static List<string> Shown(RuleContext brief) => [.. brief.Claims.For(SpecialistNames.Frontend)
        .Select(brief.Homes.Of).OfType<TypeFact>().Distinct()
        .Select(h => Views.Of(h, brief).OrderByDescending(brief.Files.Score).FirstOrDefault()).OfType<string>()
        .Take(Most)];

    /// <summary>How the front end is built, by its files.</summary>
    public static string Make(RuleContext brief) => Path.GetExtension(Touched(brief).Concat(Views.All(brief)).FirstOrDefault() ?? "") switch
    {
        ".tsx" => "React (TypeScript)",
        ".jsx" => "React",
        ".vue" => "Vue",
        ".svelte" => "Svelte",
        ".razor" => "Blazor components",
        ".cshtml" => "Razor views",
        _ => "Angular components",
    };

    /// <summary>Where tests of a view are, or null.</summary>
    public static string? Test(string view, RuleContext brief) =>
        brief.Grounding.Inventory.Paths.FirstOrDefault(p => IsTestOf(Views.Stem(view), PathParts.Name(p)));

    private static bool IsTestOf(string stem, string name) =>
        name.StartsWith(stem + ".test.", StringComparison.Ordinal)
            || name.StartsWith(stem + ".spec.", StringComparison.Ordinal)
            || name.StartsWith(stem + ".component.spec.", StringComparison.Ordinal)
            || name == stem + "Tests.cs";
}
