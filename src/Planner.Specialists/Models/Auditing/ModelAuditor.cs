using System.Globalization;
using Planner.Core.Grounding.Lookup;
using Planner.Core.LanguageModels;
using Planner.Core.Plans;
using Planner.Core.Review.Audits;
using Planner.Core.Text;
using Planner.Durability;
using Planner.Specialists.Models.Calls;
using Planner.Specialists.Models.Packing;
using Planner.Specialists.Models.Prompts;
using Planner.Specialists.Models.Replies;
using Planner.Specialists.Models.Tools;

namespace Planner.Specialists.Models.Auditing;

/// <summary>
/// Reads an assembled plan with a model that is asked for faults and for what is missing, by another prompt and, where one is set, by
/// another deployment than wrote it. It may look things up as those who wrote it could.
/// </summary>
internal sealed class ModelAuditor(ModelCalls calls, ICodeViews code) : IPlanAuditor
{
    private const int MostOutputTokens = 12_000;

    private static readonly AnswerSchema Shape = StrictSchema.Of<AuditReply>("audit");

    /// <inheritdoc />
    public string Subject(AuditInputs inputs) => TextHash.Of(string.Join('\n', Prompt.Audit.Hash, Shape.Json, Known(inputs), PlanText.Of(inputs.Plan)));

    /// <inheritdoc />
    public async Task<PlanAudit> Audit(AuditInputs inputs, StepCall call)
    {
        var plan = inputs.Plan;
        using var view = await code.Open(inputs.Codebase, plan.Grounding.Commit, call.Cancellation);
        var place = new CallPlace(plan.Ticket.Key, call.RunId, inputs.Previous, $"{call.Key}/audit", 0, call.AttemptedAt);
        var talk = new Conversation(calls, CodeTools.All, new LookupPlace(view, plan.Grounding), place);
        var files = await LikelyFilesText.Of(plan.Grounding, view, talk.Shown, call.Cancellation);
        string[] texts = [Known(inputs) + files, PlanText.Of(plan)];
        var reply = await talk.Reach<AuditReply>(Question(texts, inputs.Earlier), Request(plan), call.Cancellation);
        return ReplyAudit.Of(ReplyWriting.Clean(reply, plan), talk.Paid[^1].Answer.Model, [.. texts, .. talk.LookedUp]) with
        {
            Ledger = [.. talk.Paid.Select(p => p.Entry(calls.Kind))],
        };
    }

    /// <summary>What stays the same over the readings of a run stands first, so that a service can serve it from its cache.</summary>
    private static IReadOnlyList<ModelMessage> Question(IReadOnlyList<string> texts, IReadOnlyList<AuditClaim> earlier)
    {
        var system = Prompt.Audit.Fill(
            ("calls", Conversation.Lookups.ToString(CultureInfo.InvariantCulture)),
            ("rounds", Conversation.Rounds.ToString(CultureInfo.InvariantCulture)));
        var found = earlier.Count == 0 ? [] : new ModelMessage[] { new UserMessage(EarlierText.Of(earlier)) };
        return [new SystemMessage(system), .. texts.Select(t => new UserMessage(t)), .. found];
    }

    private static string Known(AuditInputs inputs) =>
        $"{PackedTicket.Of(inputs.Plan.Ticket, inputs.Plan.Criteria, inputs.Discussion)}\n{GroundingText.Of(inputs.Plan.Grounding)}";

    private static ModelRequest Request(Plan plan) => new()
    {
        Tier = ModelTier.Audit,
        Messages = [],
        Schema = Shape,
        MaxOutputTokens = MostOutputTokens,
        CacheKey = TextHash.Of($"audit\n{plan.Ticket.Key}\n{plan.Criteria.Hash}")[..32],
    };
}
