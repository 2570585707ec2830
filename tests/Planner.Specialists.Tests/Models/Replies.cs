using System.Text.Json;
using Planner.Core.Opinions;
using Planner.Specialists.Models.Replies;

namespace Planner.Specialists.Tests.Models;

/// <summary>Replies of models about the returns of the small shop.</summary>
internal static class Replies
{
    /// <summary>One that fits the shop.</summary>
    public static OpinionReply Good { get; } = new()
    {
        Evidence = ["`src/Shop/OrderService.cs:3-9` -- the service has no returns"],
        Unknowns = ["return reasons: which reasons there are"],
        Drop = [],
        Applies = true,
        Summary = "OrderService learns to take returns.",
        Tasks =
        [
            new TaskReply
            {
                Key = "add-returns", Title = "Add returns to OrderService", Detail = "Add a method.",
                Files = [new FileReply { Path = "src/Shop/OrderService.cs", Change = ChangeKind.Modify, What = "method Return(long order)" }],
                LikelyAlso = ["src/Shop/OrdersEndpoints.cs", "src/Shop/OrderService.cs"], Tables = [], Endpoints = [],
                Needs = ["table:order_returns", "nonsense"], After = [],
                Satisfies = ["ac1"], Size = TaskSize.S,
            },
        ],
        Tests = [new TestReply
        {
            Title = "Given an order of 40 days, when it is returned, then it is refused",
            Kind = TestKind.Unit,
            File = "tests/Shop.Tests/OrderServiceTests.cs",
            Task = "add-returns",
            Covers = ["AC1"], Endpoint = "post `/api/orders`", Shows = [ShownAspect.Success, ShownAspect.Error], Status = 409,
        }],
        Migrations = [],
        Types = [],
        Endpoints = [],
        Pipelines = [],
        Risks = [],
        Decisions = [],
        Questions = [new QuestionReply { Topic = "limit:returns", Text = "Do 30 days begin at delivery?", Blocking = false, Assumption = "Yes." }],
        Doubt = "The callers were not read",
        Confidence = 14,
    };

    /// <summary>As the model writes it.</summary>
    public static string Text(OpinionReply reply) => JsonSerializer.Serialize(reply, StrictSchema.Options);
}
