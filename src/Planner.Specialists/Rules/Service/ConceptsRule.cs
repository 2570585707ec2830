using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Naming;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Service;

/// <summary>The entity and its repository for each new table, beside those of the concept it hangs on.</summary>
internal sealed class ConceptsRule : IRule
{
    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        foreach (var concept in Concept.All(brief))
        {
            var near = concept.Neighbours;
            var parts = new[] { near.Entity, near.RepositoryInterface, near.Repository }.OfType<TypeFact>().ToList();
            if (parts.Count == 0)
            {
                draft.Miss(
                    brief,
                    concept.Entity,
                    $"No type was found that a row of `{concept.Table.Fact.FullName}` could follow; where `{concept.Entity}` goes is open.");
                continue;
            }

            Add(brief, draft, concept, parts);
        }
    }

    private static void Add(RuleContext brief, OpinionBuilder draft, Concept concept, List<TypeFact> parts)
    {
        var names = parts.Select(concept.Name).ToList();
        var context = brief.Grounding.Types.FirstOrDefault(t => t.Bases.Any(b => b.EndsWith("DbContext", StringComparison.Ordinal)));
        draft.Services = draft.Services with { Services = [.. draft.Services.Services, .. parts.Select(p => Change(concept, p, brief))] };
        draft.Do(brief, new Work(
            $"store-{concept.Entity}",
            $"Add {Words.List(names.Select(n => $"`{n}`"))}",
            Detail(concept, parts, context),
            Efforts.For(parts.Count, 1))
        {
            Satisfies = brief.Claims.About(SpecialistNames.Service, concept.Table.Fact.Name),
            Paths = [
                .. parts.Select(p => concept.File(p)!),
                .. Registrations.Of(brief, concept.Neighbours.Repository, concept.Neighbours.RepositoryInterface),
                .. context is null ? Array.Empty<string>() : [context.File],
            ],
            Needs = [Resource.Table(concept.Table.Fact.FullName)],
        });
        draft.Cite([.. parts.Select(p => p.Place())]);
    }

    private static string Detail(Concept concept, List<TypeFact> parts, TypeFact? context)
    {
        var set = context is null ? "" : $" {context.Cited()} gets a set of them.";
        return $"Built like {Words.List(parts.Select(p => p.Cited()))}; one property for each column of `{concept.Table.Fact.FullName}`.{set}";
    }

    private static ServiceChange Change(Concept concept, TypeFact neighbour, RuleContext brief)
    {
        var isEntity = neighbour == concept.Neighbours.Entity;
        var file = concept.File(neighbour)!;
        return new ServiceChange(concept.Name(neighbour), neighbour.Kind, file, brief.Files.Change(file).Change,
            isEntity ? Properties(concept) : Storage(concept, neighbour), [], isEntity ? [] : [concept.ServiceName]);
    }

    private static List<MemberSpec> Properties(Concept concept) =>
        [.. concept.Table.Fact.Columns.Select(c => new MemberSpec($"{Sql.ClrType(c)} {Words.Pascal(c.Name)}", $"Column `{c.Name}`.", []))];

    private static List<MemberSpec> Storage(Concept concept, TypeFact neighbour)
    {
        var style = MethodStyle.Of(neighbour);
        var entity = concept.Entity;
        var members =
            new List<MemberSpec> { new(style.Method(entity, "Add", $"{entity} {Words.Camel(entity)}"), "Stores the row and returns it with its key.", []) };
        if (concept.Table.Fact.ForeignKeys.Count > 0)
        {
            var key = concept.Table.Fact.ForeignKeys[0];
            var column = concept.Table.Fact.Columns.First(c => c.Name == key.Columns[0]);
            members.Add(new(
                style.Method(
                    $"IReadOnlyList<{entity}>",
                    $"ListBy{Words.Pascal(Words.Singular(key.Table.Split('.')[^1]))}",
                    $"{Sql.ClrType(column with { Nullable = false })} {Words.Camel(column.Name)}"),
                $"Rows of one row of `{key.Table}`.",
                []));
        }

        return members;
    }
}
