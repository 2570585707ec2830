using System.Text.Json.Nodes;
using Planner.Core.Decisions;
using Planner.Core.Opinions;
using Planner.Core.Text;
using Planner.Specialists.Rules.Choices;
using Planner.Testing.Builders;
using Xunit;

namespace Planner.Specialists.Tests.Rules.Choices;

/// <summary>Runs that were stored before there were keys are read, and what people answer to them late finds its decision.</summary>
public sealed class StoredWithoutKeysTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.UnixEpoch;

    [Fact]
    public async Task LateAnswer_FindsItsDecisionAndIsNotAskedAgainByAPanelWithKeys()
    {
        var opinions = await Round().Ask();
        var (agenda, before) = Stored(opinions);
        var call = agenda.Items.Single(i => i.Decision.Options.Any(o => o.Title.Contains("outbox", StringComparison.OrdinalIgnoreCase))).Decision;
        Assert.True(call.Key.IsWording);
        var late = new Dictionary<string, InboxAnswer>(StringComparer.Ordinal) { [call.Id] = InboxAnswer.Decided("B", "Nothing may be lost.", "Ada", At) };

        var settlement = Settlement.Continued(agenda, before, late);
        var second = await (Round() with { Decisions = settlement.Decisions, Answers = settlement.Answers }).Ask();
        var again = Agenda.From(second, settlement.Decisions, settlement.Questions, agenda.Ids);

        Assert.Equal((DecisionStatus.Decided, "B"), settlement.Decisions.Where(d => d.Decision.Id == call.Id).Select(d => (d.Status, d.Option)).Single());
        Assert.DoesNotContain(second.SelectMany(o => o.Decisions), d => d.Options.Any(o => o.Key == ExternalCall.ByOutbox));
        Assert.Contains(
            second.SelectMany(o => o.Tasks),
            t => t.Satisfies.Contains(call.Id) && t.Files.Any(f => f.Path.Contains("Outbox", StringComparison.OrdinalIgnoreCase)));
        Assert.Equal(agenda.Items.Select(i => i.Decision.Id).Order(), again.Items.Select(i => i.Decision.Id).Order());
        Assert.Empty(again.Open);
    }

    [Fact]
    public async Task QuestionsAndDecisions_KeepTheirIdsUnderNewKeysAndInNewWords()
    {
        var opinions = await Round().Ask();
        var (agenda, _) = Stored(opinions);
        var reworded = opinions.Select(o => o with
        {
            Decisions = [.. o.Decisions.Select(d => d with { Title = "Said anew: " + d.Title })],
            Questions = [.. o.Questions.Select(q => q with { Text = "Said anew: " + q.Text })],
        }).ToList();

        var again = Agenda.From(reworded, [], agenda.Questions, agenda.Ids);

        Assert.Equal(agenda.Items.Select(i => i.Decision.Id).Order(), again.Items.Select(i => i.Decision.Id).Order());
        Assert.Equal(agenda.Questions.Select(q => q.Id), again.Questions.Select(q => q.Id));
        Assert.All(again.Items, i => Assert.False(i.Decision.Key.IsWording));
        Assert.All(again.Questions, q => Assert.False(q.Key.IsWording));
    }

    private static (Agenda Agenda, Settlement Settlement) Stored(IReadOnlyList<Opinion> opinions)
    {
        var agenda = Without(Agenda.From(opinions, [], []));
        return (agenda, Without(Settlement.Of(agenda, new Dictionary<string, InboxAnswer>(StringComparer.Ordinal), At)));
    }

    private static T Without<T>(T value)
    {
        var json = JsonNode.Parse(PlanJson.Content(value))!;
        Strip(json);
        return PlanJson.Read<T>(json.ToJsonString());
    }

    private static void Strip(JsonNode? node)
    {
        if (node is JsonObject fields)
        {
            foreach (var name in new[] { "key", "optionKey", "decisionKeys", "questionKeys" })
            {
                fields.Remove(name);
            }

            if (fields["options"] is JsonObject)
            {
                fields.Remove("options");
            }
        }

        foreach (var child in node switch { JsonObject o => [.. o.Select(f => f.Value)], JsonArray a => [.. a], _ => Array.Empty<JsonNode?>() })
        {
            Strip(child);
        }
    }

    private static PanelRound Round() => DecisionRulesTests.Sent(
        Fixtures
            .Clinic()
            .Type("ISpecialtyGateway", "src/Clinic/Visits/ISpecialtyGateway.cs", "interface", methods: ["Task AskAsync(long id, CancellationToken ct)"]));
}
