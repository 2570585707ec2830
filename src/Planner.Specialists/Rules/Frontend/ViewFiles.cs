using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Frontend;

/// <summary>Files that people see something of: pages, views and components.</summary>
internal static class ViewFiles
{
    private static readonly string[] Aside = ["_ViewImports", "_ViewStart", "_Imports", "_Layout", "App", "Routes", "main", "index"];

    public static IReadOnlyList<string> All(Brief brief) => [.. brief.Grounding.Inventory.Paths.Where(IsView)];

    private const int Most = 3;

    /// <summary>Views that the ticket names, else the likeliest of those that its words fit, else the likeliest of the controller that it is about; at most three.</summary>
    public static IReadOnlyList<string> Touched(Brief brief)
    {
        var named = Named(brief);
        return named.Count > 0 ? named : Fitting(brief) is { Count: > 0 } fitting ? fitting : Shown(brief);
    }

    private static List<string> Fitting(Brief brief)
    {
        var words = string.Join('\n', brief.Claims.For("frontend").Select(c => c.Text)) + "\n" + brief.Ticket.Summary;
        return [.. brief.Grounding.Files
            .Where(f => IsView(f.Path) && !Aside.Contains(Stem(f.Path), StringComparer.Ordinal))
            .Select(f => (f.Path, f.Score, Words: Words.Overlap(Stem(f.Path), words)))
            .Where(f => f.Words > 0)
            .OrderByDescending(f => f.Words).ThenByDescending(f => f.Score).ThenBy(f => f.Path, StringComparer.Ordinal)
            .Take(Most).Select(f => f.Path)];
    }

    private static List<string> Shown(Brief brief) => [.. brief.Claims.For("frontend")
        .Select(brief.Homes.Of).OfType<TypeFact>().Distinct()
        .Select(h => Of(h, brief).OrderByDescending(brief.Files.Score).FirstOrDefault()).OfType<string>()
        .Take(Most)];

    public static IReadOnlyList<string> Named(Brief brief)
    {
        var found = brief.Grounding.Mentions.SelectMany(m => m.Found).Select(f => f.Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        return [.. All(brief).Where(p => found.Contains(p) || Words.NamesType(brief.Text, Stem(p)))];
    }

    /// <summary>The views of an MVC controller: those in the folder that is called like it.</summary>
    public static IReadOnlyList<string> Of(TypeFact controller, Brief brief) => controller.Name.EndsWith("Controller", StringComparison.Ordinal)
        ? [.. All(brief).Where(v => Code(v, brief) == controller.File)]
        : [];

    /// <summary>How the front end is built, by its files.</summary>
    public static string Make(Brief brief) => Path.GetExtension(Touched(brief).Concat(All(brief)).FirstOrDefault() ?? "") switch
    {
        ".tsx" => "React (TypeScript)",
        ".jsx" => "React",
        ".vue" => "Vue",
        ".svelte" => "Svelte",
        ".razor" => "Blazor components",
        ".cshtml" => "Razor views",
        _ => "Angular components",
    };

    /// <summary>The code behind a view: the controller of an MVC view, the page's or component's own file; null where there is none.</summary>
    public static string? Code(string view, Brief brief)
    {
        var folders = view.Split('/');
        var controller = folders is [.., "Views", var name, _] ? brief.Grounding.Inventory.Paths
            .Where(p => Files.Name(p) == name + "Controller.cs")
            .MaxBy(p => p.Split('/').Zip(folders).TakeWhile(f => f.First == f.Second).Count()) : null;
        return new[] { view + ".cs", view.Replace(".component.html", ".component.ts", StringComparison.Ordinal) }.FirstOrDefault(p => p != view && brief.Files.Exists(p)) ?? controller;
    }

    /// <summary>Where tests of a view are, or null.</summary>
    public static string? Test(string view, Brief brief) => brief.Grounding.Inventory.Paths.FirstOrDefault(p => IsTestOf(Stem(view), Files.Name(p)));

    public static string Stem(string path) => Files.Name(path).Split('.')[0];

    private static bool IsTestOf(string stem, string name) =>
        name.StartsWith(stem + ".test.", StringComparison.Ordinal) || name.StartsWith(stem + ".spec.", StringComparison.Ordinal) || name.StartsWith(stem + ".component.spec.", StringComparison.Ordinal) || name == stem + "Tests.cs";

    private static bool IsView(string path)
    {
        var name = Files.Name(path);
        var shown = Path.GetExtension(path) is ".tsx" or ".jsx" or ".vue" or ".svelte" or ".razor" or ".cshtml" || name.EndsWith(".component.html", StringComparison.Ordinal);
        return shown && !name.Contains(".test.", StringComparison.Ordinal) && !name.Contains(".spec.", StringComparison.Ordinal) && !name.Contains(".stories.", StringComparison.Ordinal)
            && !path.Contains("node_modules/", StringComparison.Ordinal);
    }
}
