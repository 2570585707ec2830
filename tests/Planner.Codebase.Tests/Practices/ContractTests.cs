using Planner.Core.Grounding.Facts;
using Xunit;

namespace Planner.Codebase.Tests.Practices;

public sealed class ContractTests : IDisposable
{
    private readonly Tree tree = new();

    public void Dispose() => tree.Dispose();

    [Theory]
    [InlineData(
        "api/openapi.json",
        "{ \"openapi\": \"3.0.1\", \"paths\": { \"/books/{id}\": { \"parameters\": [], \"get\": {}, \"delete\": {} }, \"x-other\": {} } }")]
    [InlineData("api/part.json", "{ \"paths\": { \"/books/{id}\": { \"get\": {}, \"delete\": {} } }, \"components\": {} }")]
    [InlineData(
        "api/openapi.yaml",
        "openapi: 3.1.0\npaths:\n  /books/{id}:\n    get:\n      responses: {}\n    delete:\n      description: x\ncomponents:\n  /not/a/path:\n    get:\n")]
    public async Task Document_TellsItsOperations(string path, string text)
    {
        tree.With(path, text);

        var contract = Assert.Single((await tree.Read()).Conventions.Contracts);

        Assert.Equal(path, contract.Path);
        Assert.Equal(["GET /books/{id}", "DELETE /books/{id}"], contract.Operations);
    }

    [Fact]
    public async Task FileThatIsNoJson_IsNoDocument()
    {
        tree.With("api/openapi.json", "{ \"openapi\": \"3.0.1\", \"paths\": ");

        Assert.Empty((await tree.Read()).Conventions.Contracts);
    }

    [Fact]
    public async Task OperationWhoseRouteTheCodeComputes_IsFoundInTheControllerThatIsCalledLikeIt()
    {
        tree.With(
            "openapi.json",
            "{ \"openapi\": \"3.0.1\", \"paths\": { \"/api/v1/system/backups/{id}\": { \"delete\": {} }, \"/api/v1/nowhere\": { \"get\": {} }, "
                + "\"/api/v1/known\": { \"get\": {} } } }")
            .With("src/BackupController.cs", "[OurController(\"system/backup\")]\npublic class BackupController : OurBase { }")
            .With("src/KnownController.cs", "[Route(\"api/v1/known\")]\npublic class KnownController : ControllerBase { [HttpGet] public void All() { } }");

        var endpoints = (await tree.Read()).Endpoints;

        Assert.Equal(
            [("GET", "/api/v1/known", "All"), ("DELETE", "/api/v1/system/backups/{id}", "BackupController")],
            endpoints.Select(e => (e.Method, e.Route, e.Handler[(e.Handler.LastIndexOf('.') + 1)..])));
    }
}
