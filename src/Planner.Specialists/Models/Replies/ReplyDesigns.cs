using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Specialists;

namespace Planner.Specialists.Models.Replies;

/// <summary>Designs of a reply, of each kind that it describes.</summary>
internal static class ReplyDesigns
{
    private const int DefaultError = 400;

    public static IEnumerable<Design> Of(OpinionReply reply, Consultation consultation) => new Design?[]
    {
        Schema(reply, consultation), Pipelines(reply), Services(reply, consultation), Api(reply, consultation),
    }.OfType<Design>();

    private static SchemaDesign? Schema(OpinionReply reply, Consultation consultation) => reply.Migrations.Count == 0 ? null : new SchemaDesign
    {
        Migrations = ReplyMigrations.Of(reply.Migrations, consultation),
    };

    private static PipelineDesign? Pipelines(OpinionReply reply) => reply.Pipelines.Count == 0 ? null : new PipelineDesign
    {
        Pipelines = [.. reply.Pipelines.Select(p => new PipelineChange
        {
            Job = p.Job, File = p.File, Change = p.Change, Sources = Names(p.Reads), Targets = Names(p.Writes), Idempotency = p.How, Ordering = p.How,
            Backfill = p.How, Schedule = p.How, Failure = p.Failure, Reconciliation = p.Reconciliation,
        })],
    };

    private static ServiceDesign? Services(OpinionReply reply, Consultation consultation) => reply.Types.Count == 0 ? null : new ServiceDesign
    {
        Services = [.. reply.Types.Select(t => new ServiceChange(
            t.Name, t.Kind, t.File, Change(t.File, consultation.Grounding), [.. t.Members.Select(Member)], [], t.Callers))],
    };

    private static ApiDesign? Api(OpinionReply reply, Consultation consultation) => reply.Endpoints.Count == 0 ? null : new ApiDesign
    {
        Endpoints = [.. reply.Endpoints.Select(Endpoint)],
        OpenApiDocument = consultation.Grounding.Conventions.Contracts.Select(c => c.Path).FirstOrDefault(),
    };

    private static EndpointChange Endpoint(EndpointReply endpoint) => new()
    {
        Method = endpoint.Method.ToUpperInvariant(),
        Route = endpoint.Route,
        Change = endpoint.Change,
        File = endpoint.File,
        Purpose = endpoint.Purpose,
        Request = Fields(endpoint, BodyPart.Request),
        SuccessStatus = endpoint.Success,
        Response = Fields(endpoint, BodyPart.Response),
        Errors = [.. endpoint.Errors.Select(Error)],
        Authorization = endpoint.Access,
        DataClass = "internal: no field was classified",
    };

    private static IReadOnlyList<ApiField> Fields(EndpointReply endpoint, BodyPart part) => [.. endpoint.Fields.Where(f => f.In == part).Select(Field)];

    private static ApiField Field(FieldReply field)
    {
        var type = field.Type.Split('/', 2, StringSplitOptions.TrimEntries);
        return new ApiField(field.Name, type[0], type.Length > 1 ? type[1] : null, field.Required, field.Rule, field.Example);
    }

    /// <summary>Reads <c>409 ORDER_CLOSED: when</c>.</summary>
    private static ApiError Error(string line)
    {
        var (head, when) = line.Split(':', 2, StringSplitOptions.TrimEntries) is [var h, var w] ? (h, w) : (line, line);
        var words = head.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var status = words.Select(w => int.TryParse(w, out var s) && s is >= 400 and <= 599 ? s : 0).FirstOrDefault(s => s > 0);
        return new ApiError(status == 0 ? DefaultError : status, words.FirstOrDefault(IsCode) ?? "", when);
    }

    /// <summary>ORDER_CLOSED and order-closed are codes, words of a sentence are none.</summary>
    private static bool IsCode(string word) =>
        char.IsAsciiLetter(word[0]) && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')
        && ((word.Length > 1 && !word.Any(char.IsAsciiLetterLower)) || word.AsSpan(1).IndexOfAny('_', '-') >= 0);

    /// <summary>Names of tables, without what a model says about them.</summary>
    private static IReadOnlyList<string> Names(IReadOnlyList<string> tables) =>
        [.. tables.Select(t => t.Trim().Trim('`', '"').Split([' ', ':', '(', ','], 2)[0]).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)];

    private static MemberSpec Member(string line) =>
        line.Split(" -- ", 2, StringSplitOptions.TrimEntries) is [var signature, var purpose] ? new(signature, purpose, []) : new(line.Trim(), "", []);

    private static ChangeKind Change(string path, TicketGrounding grounding) =>
        grounding.Inventory.Paths.Contains(path, StringComparer.Ordinal) ? ChangeKind.Modify : ChangeKind.Add;
}
