using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Paths;
using Planner.Core.Text.Words;

namespace Planner.Specialists.Rules.Reading;

/// <summary>Files that people see something of: pages, views and components.</summary>
internal static class Views
{
    public static IReadOnlyList<string> All(TicketFacts brief) => [.. brief.Grounding.Inventory.Paths.Where(IsView)];

    public static IReadOnlyList<string> Named(TicketFacts brief)
    {
        var found = brief.Grounding.Mentions.SelectMany(m => m.Found).Select(f => f.Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        return [.. All(brief).Where(p => found.Contains(p) || Words.NamesType(brief.Text, Stem(p)))];
    }

    /// <summary>The views of an MVC controller: those in the folder that is called like it.</summary>
    public static IReadOnlyList<string> Of(TypeFact controller, TicketFacts brief) => controller.Name.EndsWith("Controller", StringComparison.Ordinal)
        ? [.. All(brief).Where(v => Code(v, brief) == controller.File)]
        : [];

    /// <summary>The code behind a view: the controller of an MVC view, the page's or component's own file; null where there is none.</summary>
    public static string? Code(string view, TicketFacts brief)
    {
        var folders = view.Split('/');
        var controller = folders is [.., "Views", var name, _] ? brief.Grounding.Inventory.Paths
            .Where(p => PathParts.Name(p) == name + "Controller.cs")
            .MaxBy(p => p.Split('/').Zip(folders).TakeWhile(f => f.First == f.Second).Count()) : null;
        return new[] { view + ".cs", view.Replace(".component.html", ".component.ts", StringComparison.Ordinal) }.FirstOrDefault(p => p != view
            && brief.Files.Exists(p)) ?? controller;
    }

    /// <summary>The name of a view, without what comes behind the first dot.</summary>
    public static string Stem(string path) => PathParts.Name(path).Split('.')[0];

    /// <summary>True for files that people see.</summary>
    public static bool IsView(string path)
    {
        var name = PathParts.Name(path);
        var shown = Path.GetExtension(path) is ".tsx" or ".jsx" or ".vue" or ".svelte" or ".razor" or ".cshtml"
            || name.EndsWith(".component.html", StringComparison.Ordinal);
        return shown
            && !name.Contains(".test.", StringComparison.Ordinal)
            && !name.Contains(".spec.", StringComparison.Ordinal)
            && !name.Contains(".stories.", StringComparison.Ordinal)
            && !path.Contains("node_modules/", StringComparison.Ordinal);
    }
}
