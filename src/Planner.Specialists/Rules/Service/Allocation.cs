using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;
using Planner.Specialists.Rules.Choices;

namespace Planner.Specialists.Rules.Service;

/// <summary>Where each criterion of the service specialist finds its home.</summary>
/// <param name="Concepts">By concept: the criteria of its service.</param>
/// <param name="Types">By existing type: the criteria that change it.</param>
/// <param name="Endpoints">Criteria served by an operation for a new endpoint without a new table.</param>
/// <param name="NewTypes">By name of a type that the ticket asks for.</param>
/// <param name="Files">By file beside the C# code: the criteria that change it.</param>
/// <param name="Homeless">Criteria for which nothing was found.</param>
internal sealed record Allocation(
    IReadOnlyDictionary<Concept, List<AcceptanceCriterion>> Concepts,
    IReadOnlyDictionary<TypeFact, List<AcceptanceCriterion>> Types,
    IReadOnlyList<AcceptanceCriterion> Endpoints,
    IReadOnlyDictionary<string, List<AcceptanceCriterion>> NewTypes,
    IReadOnlyDictionary<string, List<AcceptanceCriterion>> Files,
    IReadOnlyList<AcceptanceCriterion> Homeless)
{
    public static Allocation Of(RuleContext brief)
    {
        var concepts = Concept.All(brief).Where(c => c.ServiceFile is not null).ToList();
        var types = new Dictionary<TypeFact, List<AcceptanceCriterion>>();
        var byConcept = concepts.ToDictionary(c => c, _ => new List<AcceptanceCriterion>());
        var newTypes = NewNames(brief, concepts).ToDictionary(n => n, _ => new List<AcceptanceCriterion>(), StringComparer.Ordinal);
        var files = new Dictionary<string, List<AcceptanceCriterion>>(StringComparer.Ordinal);
        var (endpoints, homeless) = (new List<AcceptanceCriterion>(), new List<AcceptanceCriterion>());
        foreach (var criterion in brief.Claims.For(SpecialistNames.Service))
        {
            Place(criterion);
        }

        return new Allocation(byConcept, types, endpoints, newTypes, files, homeless);

        void Place(AcceptanceCriterion criterion)
        {
            if (newTypes.Keys.FirstOrDefault(n => Words.NamesType(criterion.Text, n)) is { } name)
            {
                newTypes[name].Add(criterion);
            }
            else if (Named(criterion, brief, concepts) is { } named)
            {
                Add(types, brief.Homes.Implementation(named), criterion);
            }
            else if (brief.FileHomes.Script(criterion) is { } file)
            {
                Add(files, file, criterion);
            }
            else if (concepts.Count > 0)
            {
                byConcept[concepts.MaxBy(c => Words.Overlap(c.Table.Fact.Name, criterion.Text))!].Add(criterion);
            }
            else if (brief.Needs.Endpoints.Count > 0 && EndpointService.For(brief.Needs.Endpoints[0], brief) is not null)
            {
                endpoints.Add(criterion);
            }
            else if (brief.Homes.Of(criterion) is { } home && !brief.FileHomes.Outweighs(criterion, home))
            {
                Add(types, brief.Homes.Implementation(home), criterion);
            }
            else if (newTypes.Count > 0)
            {
                newTypes.Values.First().Add(criterion);
            }
            else if (brief.FileHomes.Likeliest(criterion) is { } likely)
            {
                Add(files, likely, criterion);
            }
            else
            {
                homeless.Add(criterion);
            }
        }
    }

    /// <summary>Names of new types that no concept brings along.</summary>
    private static IEnumerable<string> NewNames(RuleContext brief, List<Concept> concepts) =>
        brief.Needs.Types.Where(t => !concepts.Exists(c => c.Names.Contains(t, StringComparer.Ordinal)));

    /// <summary>The type that a criterion names, unless it is merely called by what is new.</summary>
    private static TypeFact? Named(AcceptanceCriterion criterion, RuleContext brief, List<Concept> concepts)
    {
        var outside = concepts.Count > 0 ? ExternalCall.Outside(brief)?.Name : null;
        return brief.Homes.Named(criterion) is { } named && named.Name != outside && !brief.Needs.Jobs.Any(j => j.Name == named.Name) ? named : null;
    }

    private static void Add<T>(Dictionary<T, List<AcceptanceCriterion>> places, T place, AcceptanceCriterion criterion)
        where T : notnull
    {
        if (!places.TryGetValue(place, out var list))
        {
            places[place] = list = [];
        }

        list.Add(criterion);
    }
}
