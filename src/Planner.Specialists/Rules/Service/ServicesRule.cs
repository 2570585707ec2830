using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Service;

/// <summary>The service of a new concept, with the rules that its criteria state.</summary>
internal sealed class ServicesRule : IRule
{
    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        foreach (var (concept, criteria) in Allocation.Of(brief).Concepts)
        {
            var members = Operations.Of(concept, brief);
            var changes = Changes(concept, members, brief);
            draft.Services = new ServiceDesign
            {
                Services = [.. draft.Services.Services, .. changes],
                Rules = [.. draft.Services.Rules, .. criteria.Select(c => new BusinessRule(c.Text, c.Id, $"{concept.ServiceName}.{Home(c, members)}"))],
            };
            var task = Do(brief, draft, concept, criteria, changes);
            var file = TestFiles.Of(
                brief,
                concept.ServiceName,
                concept.ServiceFile!,
                [.. new[] { concept.Neighbours.Service?.Name, concept.Neighbours.ServiceInterface?.Name }.OfType<string>()]);
            CriterionCoverage.Add(brief, draft, concept.ServiceName, criteria, task, file);
            draft.Cite(concept.Neighbours.Service!.Place());
            draft.Summary.Add(concept.Extended is null
                ? $"adds `{concept.ServiceName}` beside `{concept.Neighbours.Service!.Name}`"
                : $"puts new members of `{concept.ServiceName}` in place");
        }
    }

    private static string Do(RuleContext brief, OpinionBuilder draft, Concept concept, List<AcceptanceCriterion> criteria, List<ServiceChange> changes)
    {
        var near = concept.Neighbours;
        var settled = new[] { ServicePlacement.KeyName, ExternalCall.KeyName }.Where(k => brief.Choices.Option(k) is not null).Select(brief.Choices.Id);
        var about = criteria.Count > 0 ? criteria.Select(c => c.Id) : brief.Claims.About(SpecialistNames.Service, concept.Table.Fact.Name);
        var registrations = concept.Extended is null ? Registrations.Of(brief, near.Service, near.ServiceInterface) : [];
        var storage = draft.Tasks.Where(t => t.Id.StartsWith("service/store-", StringComparison.Ordinal)).Select(t => t.Id);
        var what = criteria.Count > 0 ? $" with the rules of {Words.Ids(criteria.Select(c => c.Id))}" : "";
        return draft.Do(brief, new Work(
            $"implement-{concept.ServiceName}",
            concept.Extended is null ? $"Add `{concept.ServiceName}`{what}" : $"Extend `{concept.ServiceName}`{what}",
            Detail(concept, brief),
            Efforts.For(changes.Count + 1, criteria.Count))
        {
            Satisfies = [.. about, .. settled],
            Paths = [.. changes.Select(c => c.File), .. registrations],
            DependsOn = [.. storage],
            Needs = [Resource.Table(concept.Table.Fact.FullName)],
        });
    }

    private static string Detail(Concept concept, RuleContext brief)
    {
        var near = concept.Neighbours;
        var unit = brief.Grounding.Types.FirstOrDefault(t => t.Kind == "interface" && t.Name is "IUnitOfWork" or "ITransactionScope" or "ITransaction");
        var transaction = unit is null ? "" : $" Reading, deciding and writing happen in one transaction through {unit.Cited()}.";
        var outside = ExternalCall.Outside(brief) is { } type ? brief.Choices.Option(ExternalCall.KeyName) switch
        {
            { } way when way == ExternalCall.ByOutbox => $" `{type.Name}` is not called here: an outbox message is written in the same transaction.",
            _ => $" `{type.Name}` is called within the request, after the rules have passed and outside the transaction.",
        } : "";
        var registered = concept.Extended is null ? Registrations.Words(brief, concept.ServiceName, near.Service, near.ServiceInterface) : "";
        return $"Follows {near.Service!.Cited()}.{transaction}{outside}{registered}";
    }

    private static List<ServiceChange> Changes(Concept concept, IReadOnlyList<MemberSpec> members, RuleContext brief)
    {
        var near = concept.Neighbours;
        var storage = near.RepositoryInterface ?? near.Repository;
        var needs = new List<string> { storage is null ? "" : concept.Name(storage) };
        needs.Add(concept.Extended is null ? near.RepositoryInterface?.Name ?? near.Repository?.Name ?? "" : "");
        needs.Add(brief.Choices.Option(ExternalCall.KeyName) == ExternalCall.WithinRequest ? ExternalCall.Outside(brief)?.Name ?? "" : "");
        var used = concept.Extended is null ? [] : Callers.Of(concept.Extended, brief);
        var changes = new List<ServiceChange>();
        if (concept.InterfaceFile is { } contract)
        {
            changes.Add(new ServiceChange("I" + concept.ServiceName, "interface", contract, brief.Files.Change(contract).Change, members, [], used));
        }

        changes.Add(new ServiceChange(
            concept.ServiceName,
            "class",
            concept.ServiceFile!,
            brief.Files.Change(concept.ServiceFile!).Change,
            members,
            [.. needs.Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)],
            used));
        return changes;
    }

    /// <summary>The member whose endpoint or name the criterion speaks of; the first that writes otherwise.</summary>
    private static string Home(AcceptanceCriterion criterion, IReadOnlyList<MemberSpec> members)
    {
        var best = members.FirstOrDefault(m => m.Purpose.Split('`') is [_, var endpoint, ..]
            && endpoint.Contains('/')
            && criterion.Text.Contains(endpoint, StringComparison.OrdinalIgnoreCase)) ?? members[0];
        var open = best.Signature.IndexOf('(', StringComparison.Ordinal);
        return best.Signature[..open].Split(' ')[^1];
    }
}
