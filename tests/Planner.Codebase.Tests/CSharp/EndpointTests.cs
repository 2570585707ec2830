using Planner.Core.Grounding.Facts;
using Xunit;

namespace Planner.Codebase.Tests.CSharp;

public sealed class EndpointTests : IDisposable
{
    private readonly Tree tree = new();

    public void Dispose() => tree.Dispose();

    private async Task<IReadOnlyList<string>> Endpoints() =>
        [.. (await tree.Read()).Endpoints.Select(e => $"{e.Method} {e.Route}")];

    [Fact]
    public async Task GroupInAVariable_LeadsItsRoutes()
    {
        tree.With("A.cs", """
            static class OrderEndpoints
            {
                public static void MapOrders(this IEndpointRouteBuilder app)
                {
                    var group = app.MapGroup("/api/orders").WithTags("Orders").RequireAuthorization();
                    group.MapGet("/{orderId:long}", GetAsync);
                    group.MapGroup("{orderId}/lines").MapPost("", () => 1);
                }
            }
            """);
        var endpoints = (await tree.Read()).Endpoints;
        Assert.Equal(
            [
                new EndpointFact("GET", "/api/orders/{orderId}", "A.cs", 6, "OrderEndpoints.GetAsync"),
                new EndpointFact("POST", "/api/orders/{orderId}/lines", "A.cs", 7, "OrderEndpoints.MapOrders"),
            ],
            endpoints);
    }

    [Fact]
    public async Task GroupHandedToAnExtensionMethod_LeadsRoutesOfAnotherFile()
    {
        tree.With("Program.cs", """
            var app = WebApplication.CreateBuilder(args).Build();
            var api = app.MapGroup("/api");
            api.MapGroup("/orders").MapOrders();
            ProductEndpoints.Map(api);
            app.MapGet("/health", () => "ok");
            """)
            .With(
                "Orders.cs",
                """static class Orders { public static RouteGroupBuilder MapOrders(this RouteGroupBuilder group) { group.MapGet("/","""
                    + """ List); group.MapCancel(); return group; } }""")
            .With(
                "Cancel.cs",
                """static class Cancel { public static void MapCancel(this RouteGroupBuilder group) => group.MapPost("{id:guid}/cancel", Run); }""")
            .With("Products.cs", """static class ProductEndpoints { public static void Map(RouteGroupBuilder app) => app.MapGet("products", List); }""");
        Assert.Equal(["GET /api/orders", "POST /api/orders/{id}/cancel", "GET /api/products", "GET /health"], await Endpoints());
    }

    [Fact]
    public async Task MethodsThatCallEachOther_EndTheSearch()
    {
        tree.With(
            "A.cs",
            """static class A { static void MapOne(this RouteGroupBuilder g) { g.MapGroup("a").MapTwo(); g.MapGet("x","""
                + """ H); } static void MapTwo(this RouteGroupBuilder g) { g.MapGroup("b").MapOne(); } }""");
        Assert.NotEmpty(await Endpoints());
    }

    [Fact]
    public async Task Constants_ArePutIn()
    {
        tree.With("Routes.cs", """static class Routes { public const string Orders = "/orders"; }""")
            .With("Program.cs", """app.MapGet(Routes.Orders, H); app.MapGet($"{Routes.Orders}/{{id}}", H); app.MapDelete(Routes.Orders + "/all", H);""");
        Assert.Equal(["GET /orders", "DELETE /orders/all", "GET /orders/{id}"], await Endpoints());
    }

    [Fact]
    public async Task ComputedRoute_IsLeftOutAndTold()
    {
        tree.With("Program.cs", """app.MapGet(Compute(), H);""");
        var index = await tree.Read();
        Assert.Empty(index.Endpoints);
        Assert.Equal(["Routes that are computed were left out: Program.cs."], index.Limitations);
    }

    [Fact]
    public async Task Controller_JoinsItsRoutesAndTokens()
    {
        tree.With("C.cs", """
            [ApiController, Route("api/[controller]")]
            public class OrdersController : ControllerBase
            {
                [HttpGet] public int List() => 1;
                [HttpGet("{id:int:min(1)}")] public int Get(int id) => 1;
                [HttpPost, Route("[action]")] public int Close() => 1;
                [HttpDelete("/admin/orders/{id?}")] public int Purge(int id) => 1;
                public int Helper() => 1;
            }
            """);
        Assert.Equal(["DELETE /admin/orders/{id}", "GET /api/orders", "POST /api/orders/Close", "GET /api/orders/{id}"], await Endpoints());
    }

    [Fact]
    public async Task SeveralRoutesOfAnAction_AreAllServedByAVerbWithoutTemplate()
    {
        tree.With(
            "C.cs",
            """[Route("stores")] public class StoresController { [HttpGet, Route("{id}/rates"), Route("~/rates/{id}")] public void Rates() { } }""");
        Assert.Equal(["GET /rates/{id}", "GET /stores/{id}/rates"], await Endpoints());
    }

    [Fact]
    public async Task RouteOfABaseController_Holds()
    {
        tree.With("B.cs", """[Route("api/v1/[controller]")] public abstract class ApiBase : ControllerBase { }""")
            .With("C.cs", """public class ItemsController : ApiBase { [HttpPut("{id}")] public void Put() { } }""");
        Assert.Equal(["PUT /api/v1/items/{id}"], await Endpoints());
    }

    [Fact]
    public async Task HttpTrigger_IsAnEndpointBelowApi()
    {
        tree.With(
            "F.cs",
            """class F { [Function("Ping")] public void Run([HttpTrigger(AuthorizationLevel.Function, "get","""
                + """ Route = "ping/{name}")] HttpRequestData r) { } }""");
        Assert.Equal(["GET /api/ping/{name}"], await Endpoints());
    }

    [Fact]
    public async Task WhoMayCall_IsToldAsTheCodeStatesIt()
    {
        tree.With("Desk.cs", """
            [Authorize]
            abstract class Guarded : ControllerBase { }

            [Route("desk")]
            class DeskController : Guarded
            {
                [HttpGet] public void All() { }
                [HttpPost, Authorize(Policy = "Staff",
                    Roles = "a")] public void Add() { }
                [HttpDelete, AllowAnonymous] public void Clear() { }
            }
            """)
            .With("Program.cs", "app.MapGet(\"/open\", () => 1); app.MapPost(\"/shut\", () => 1).WithName(\"x\").RequireAuthorization(Policies.Staff);");

        var access = (await tree.Read()).Endpoints.ToDictionary(e => $"{e.Method} {e.Route}", e => e.Access, StringComparer.Ordinal);

        Assert.Equal("Authorize", access["GET /desk"]);
        Assert.Equal("Authorize(Policy = \"Staff\", Roles = \"a\")", access["POST /desk"]);
        Assert.Equal("AllowAnonymous", access["DELETE /desk"]);
        Assert.Null(access["GET /open"]);
        Assert.Equal("RequireAuthorization(Policies.Staff)", access["POST /shut"]);
    }
}
