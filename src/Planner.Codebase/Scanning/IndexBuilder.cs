using Planner.Codebase.CSharp;
using Planner.Codebase.Files;
using Planner.Codebase.Model;
using Planner.Codebase.Practices;
using Planner.Codebase.Sql;
using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.Scanning;

/// <summary>Brings what the files say together into one index, in the order of their paths.</summary>
internal sealed class IndexBuilder(IReadOnlyList<FileScan> scans, Limitations missed)
{
    private readonly List<(string Path, SourceFacts Facts)> sources =
        [.. scans.Where(s => s.Source is not null).Select(s => (s.Document.Path, s.Source!))];

    public CodebaseIndex Build(string? commit)
    {
        var drafts = sources.SelectMany(s => s.Facts.Types).ToList();
        var names = drafts.Select(d => d.Fact.Name).ToHashSet(StringComparer.Ordinal);
        var projects = scans.Select(s => s.Project).OfType<ProjectFact>().ToList();
        var tests = new TestFolders(projects);
        var schema = SchemaHistory.Replay(scans.Select(s => s.Sql).OfType<SqlScript>(), projects, tests);
        var model = new ModelHistory(sources, tests, drafts.Select(d => d.Fact));
        var tables = Merged(schema.Tables, model.Tables());
        IReadOnlyList<MigrationFact> migrations = [.. schema.Migrations, .. model.Migrations()];
        var subjects = new TestSubjects(names);
        var endpoints = new EndpointResolver(sources, missed);
        var served = sources.SelectMany(s => endpoints.Endpoints(s.Path, s.Facts)).Distinct().ToList();
        return new CodebaseIndex
        {
            Commit = commit,
            Documents = [.. scans.Select(s => s.Document)],
            Projects = projects,
            Types = [.. drafts.Select(d => WithUses(d, names))],
            Endpoints =
                [.. served.Concat(DocumentedEndpoints.Missing(
                    ConventionsFinder.Contracts(scans),
                    served,
                    drafts.Where(d => !tests.Holds(d.Fact.File)).Select(d => d.Fact)))
                .OrderBy(e => e.Route, StringComparer.Ordinal)
                .ThenBy(e => e.Method, StringComparer.Ordinal)
                .ThenBy(e => e.File, StringComparer.Ordinal)
                .ThenBy(e => e.Line)],
            Registrations = [.. sources.Where(s => !tests.Holds(s.Path)).SelectMany(s => s.Facts.Registrations)],
            Tests = [.. sources.SelectMany(s => s.Facts.Tests.Select(t => subjects.Fact(s.Path, t)))],
            Jobs = new JobFinder([.. drafts.Where(d => !tests.Holds(d.Fact.File))], tables).Jobs(),
            Tables = tables,
            Migrations = migrations,
            Conventions = ConventionsFinder.Find(scans, projects, migrations),
            Texts = ConventionsFinder.Documents(scans),
            Limitations = missed.Tell(),
        };
    }

    /// <summary>The model of the code wins over scripts that lie beside it.</summary>
    private static IReadOnlyList<TableFact> Merged(IReadOnlyList<TableFact> scripts, IReadOnlyList<TableFact> model)
    {
        var known = model.Select(t => t.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. model.Concat(scripts.Where(t => !known.Contains(t.FullName)))
            .OrderBy(t => t.Schema, StringComparer.Ordinal)
            .ThenBy(t => t.Name, StringComparer.Ordinal)];
    }

    private static TypeFact WithUses(TypeDraft draft, HashSet<string> names) => draft.Fact with
    {
        Uses = [.. draft.Names.Where(n => n != draft.Fact.Name && names.Contains(n)).Order(StringComparer.Ordinal)],
        Reaches = Transports.Among(draft.Names),
    };
}
