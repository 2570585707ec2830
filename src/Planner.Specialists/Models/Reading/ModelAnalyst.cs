using Planner.Core.Grounding.Facts;
using Planner.Core.LanguageModels;
using Planner.Core.Specialists;
using Planner.Durability;
using Planner.Specialists.Models.Calls;
using Planner.Specialists.Models.Packing;
using Planner.Specialists.Models.Prompts;
using Planner.Specialists.Models.Replies;

namespace Planner.Specialists.Models.Reading;

/// <summary>
/// Reads a ticket closely with a model, in two calls without tools: what it wants, from its words alone; and which of the candidate
/// files it will change, from one line for each.
/// </summary>
internal sealed class ModelAnalyst(ModelCalls calls) : ITicketAnalyst
{
    private const int MostReadingTokens = 4_000;
    private const int MostRankingTokens = 6_000;
    private const int MostOpen = 5;
    private const int MostLines = 30;

    private static readonly AnswerSchema ReadingShape = StrictSchema.Of<ReadingReply>("reading");
    private static readonly AnswerSchema RankShape = StrictSchema.Of<RankReply>("ranking");

    /// <inheritdoc />
    public async Task<CloseReading> Read(AnalysisInputs inputs, StepCall call)
    {
        var ticket = new UserMessage(PackedTicket.InItsWords(inputs.Ticket, inputs.Criteria, inputs.Discussion));
        var (read, paid) = await Ask<ReadingReply>(Prompt.Extract, [ticket], ReadingShape, MostReadingTokens, "read", inputs, call);
        try
        {
            var candidates = new UserMessage(CandidateText.Of(inputs.Grounding));
            var (ranked, more) = await Ask<RankReply>(Prompt.Rank, [ticket, candidates], RankShape, MostRankingTokens, "rank", inputs, call);
            var ledger = paid.Concat(more).Select(p => p.Entry(calls.Kind)).ToList();
            return new CloseReading(Reading(read, ranked, inputs, more[^1].Answer.Model), FileOrder.Of(ranked, inputs.Grounding), ledger);
        }
        catch (ModelAnswerException fault)
        {
            // What was paid for the first call counts, too.
            throw new ModelAnswerException(fault.Message, fault.Answer, [.. paid.Select(p => p.Entry(calls.Kind)), .. fault.Paid]);
        }
        catch (ModelBudgetException reached)
        {
            throw reached.After([.. paid.Select(p => p.Entry(calls.Kind))]);
        }
    }

    private async Task<(T Reply, IReadOnlyList<PaidAnswer> Paid)> Ask<T>(
        Prompt prompt, IReadOnlyList<ModelMessage> told, AnswerSchema shape, int most, string name, AnalysisInputs inputs, StepCall call)
        where T : class
    {
        var place = new CallPlace(inputs.Ticket.Key, call.RunId, inputs.Previous, $"{call.Key}/{name}", 0, call.AttemptedAt);
        var talk = Conversation.WithoutTools(calls, place);
        var request = new ModelRequest { Tier = ModelTier.Standard, Messages = [], Schema = shape, MaxOutputTokens = most };
        return (await talk.Reach<T>([new SystemMessage(prompt.Fill()), .. told], request, call.Cancellation), talk.Paid);
    }

    private static TicketReading Reading(ReadingReply read, RankReply ranked, AnalysisInputs inputs, string model) => new()
    {
        EndState = read.EndState.Trim(),
        Constraints = Lines(read.Constraints),
        Work = Lines(read.Work),
        Removals = Lines(read.Removals),
        Contradictions = Lines(read.Contradictions),
        Open = [.. read.Open.Select(Point).OrderByDescending(p => p.Weight).Take(MostOpen)],
        NewFiles = FileOrder.Added(ranked, inputs.Grounding),
        Model = model,
    };

    private static OpenPoint Point(OpenReply open) =>
        new(open.Question.Trim(), open.Recommended.Trim(), Math.Clamp(open.Impact, 1, 10) * Math.Clamp(open.Uncertainty, 1, 10));

    private static IReadOnlyList<string> Lines(IReadOnlyList<string> lines) => [.. lines.Select(l => l.Trim()).Where(l => l.Length > 0).Take(MostLines)];
}
