using System.Globalization;
using Planner.Core.Grounding.Lookup;
using Planner.Core.LanguageModels;
using Planner.Core.Opinions;
using Planner.Core.Specialists;
using Planner.Core.Text;
using Planner.Durability;
using Planner.Specialists.Models.Calls;
using Planner.Specialists.Models.Packing;
using Planner.Specialists.Models.Prompts;
using Planner.Specialists.Models.Replies;
using Planner.Specialists.Models.Tools;
using Planner.Specialists.Models.Tools.Served;

namespace Planner.Specialists.Models;

/// <summary>
/// Thinks with a language model, from what the rules found: the model reads, chooses and writes; code makes ids, owners, hours and
/// commands, and judges what comes back. Paid calls go under the step's key, and none is paid twice.
/// </summary>
internal sealed class ModelSpecialist(ModelCalls calls, ICodeViews code, ServedTools? servers = null) : IRepairingSpecialist
{
    private const int MostOutputTokens = 16_000;

    private static readonly AnswerSchema Shape = StrictSchema.Of<OpinionReply>("opinion");

    private readonly ServedTools servers = servers ?? ServedTools.None;

    /// <inheritdoc />
    public string Mode => calls.Kind;

    /// <inheritdoc />
    public string PromptHash(SpecialistDefinition definition) =>
        TextHash.Of(string.Join('\n', [Prompt.System.Hash, Prompt.Specialist.Hash, Prompt.Repair.Hash, Shape.Json, .. servers.Allowed]));

    /// <inheritdoc />
    public async Task<Opinion> Consult(Consultation consultation, StepCall call)
    {
        using var view = await Open(consultation, call);
        var talk = await Begin(view, consultation, call);
        return Opinion(await First(talk, view, consultation, call), talk, consultation);
    }

    /// <inheritdoc />
    public async Task<Opinion> Repair(Consultation consultation, Opinion opinion, IReadOnlyList<OpinionFinding> findings, StepCall call)
    {
        // The talk so far is had again from what was written down, so that it need not be kept anywhere else.
        using var view = await Open(consultation, call);
        var talk = await Begin(view, consultation, call);
        await First(talk, view, consultation, call);
        var before = talk.Paid.Count;
        var told = Prompt.Repair.Fill(("findings", string.Join('\n', findings.Where(f => !f.Corrected).Select(f => "- " + Fence.Line(f.Message)))));
        try
        {
            var reply = await talk.Reach<OpinionReply>([new UserMessage(told)], Request(consultation), call.Cancellation);
            var repaired = Opinion(reply, talk, consultation with { Before = opinion });
            return repaired with { Ledger = [.. repaired.Ledger.Skip(before)] };
        }
        catch (ModelAnswerException fault)
        {
            // What it said first stands; the guard leaves out what does not fit and says so.
            return opinion with { Ledger = [.. fault.Paid.Skip(before)] };
        }
        catch (ModelBudgetException reached)
        {
            return opinion with { Ledger = [.. reached.Paid.Skip(before)], Provenance = opinion.Provenance with { Budget = reached.Limit } };
        }
    }

    private Task<ICodeView> Open(Consultation consultation, StepCall call) =>
        code.Open(consultation.Codebase, consultation.Grounding.Commit, call.Cancellation);

    private async Task<Conversation> Begin(ICodeView view, Consultation consultation, StepCall call)
    {
        var place = new CallPlace(consultation.Ticket.Key, call.RunId, consultation.Previous, call.Key, 0, call.AttemptedAt);
        var served = await servers.Open(
            new ServedPlace(consultation.Ticket.Key, call.RunId, consultation.Previous, call.AttemptedAt), call.Cancellation);
        var lookup = new LookupPlace(view, consultation.Grounding) { Servers = served.Asked };
        return new Conversation(calls, [.. CodeTools.All, .. served.Tools], lookup, place);
    }

    private static async Task<OpinionReply> First(Conversation talk, ICodeView view, Consultation consultation, StepCall call) =>
        await talk.Reach<OpinionReply>(
            [new SystemMessage(Prompt.System.Fill()), new UserMessage(await Common(talk, view, consultation, call)), new UserMessage(Own(consultation))],
            Request(consultation),
            call.Cancellation);

    /// <summary>The same for every specialist of a run, byte for byte.</summary>
    private static async Task<string> Common(Conversation talk, ICodeView view, Consultation consultation, StepCall call)
    {
        var files = await LikelyFilesText.Of(consultation.Grounding, view, talk.Shown, call.Cancellation);
        return $"{PackedTicket.Of(consultation.Ticket, consultation.Criteria, consultation.Discussion)}\n{GroundingText.Of(consultation.Grounding)}{files}";
    }

    private static string Own(Consultation consultation) => Prompt.Specialist.Fill(
        ("title", consultation.Definition.Title),
        ("expertise", consultation.Definition.Expertise.Trim()),
        ("assigned", PanelText.Assigned(consultation)),
        ("others", PanelText.Others(consultation)),
        ("builds_on", PanelText.BuildsOn(consultation)),
        ("before", PanelText.Before(consultation)),
        ("settled", PanelText.Settled(consultation)),
        ("news", PanelText.News(consultation)),
        ("calls", Conversation.Lookups.ToString(CultureInfo.InvariantCulture)),
        ("rounds", Conversation.Rounds.ToString(CultureInfo.InvariantCulture)));

    private static ModelRequest Request(Consultation consultation) => new()
    {
        Tier = Tier(consultation.Definition),
        Messages = [],
        Schema = Shape,
        MaxOutputTokens = MostOutputTokens,
        CacheKey = TextHash.Of($"{consultation.Ticket.Key}\n{consultation.Criteria.Hash}")[..32],
    };

    private static ModelTier Tier(SpecialistDefinition definition) =>
        Enum.TryParse<ModelTier>(definition.Tier, ignoreCase: true, out var tier) ? tier : ModelTier.Standard;

    private Opinion Opinion(OpinionReply reply, Conversation talk, Consultation consultation)
    {
        var last = talk.Paid[^1].Answer;
        var (cleaned, findings) = ReplyWriting.Clean(reply, consultation);
        var opinion = ReplyOpinion.Of(cleaned, consultation);
        return opinion with
        {
            Provenance = new Provenance(ProvenanceKind.Model, last.Model, last.Deployment),
            Ledger = [.. talk.Paid.Select(p => p.Entry(Mode))],
            Servers = ServerLookups.Of([talk.Servers, Earlier(consultation)]),
            Read = [.. talk.Read.Union(consultation.Before?.Read ?? [], StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Findings = [.. talk.Noticed, .. findings],
        };
    }

    /// <summary>What was looked up before still holds; what was missing in another run need not be missing in this one.</summary>
    private static ServerLookups? Earlier(Consultation consultation) =>
        consultation.Previous is null ? consultation.Before?.Servers : consultation.Before?.Servers is { } before ? before with { Missing = [] } : null;
}
