using Planner.Core.Grounding.Facts;
using Xunit;

namespace Planner.Codebase.Tests.CSharp;

public sealed class SourceTests : IDisposable
{
    private readonly Tree tree = new();

    public void Dispose() => tree.Dispose();

    [Fact]
    public async Task Type_HasBasesMembersAndUses()
    {
        tree.With("src/S.cs", """
            namespace Shop.Orders;

            public sealed class OrderService(IRepo repo) : IOrderService, IDisposable
            {
                private int hidden;

                [Obsolete]
                public async Task<Order?> FindAsync(
                    long id,
                    CancellationToken stop) => await repo.Find(id);

                public int Count { get; init; }
                internal const string Name = "x";
            }

            public interface IOrderService { void Dispose(); }
            public record Order(long Id, string Status);
            interface IRepo;
            """);
        var types = (await tree.Read()).Types;
        var service = types[0];
        Assert.Equal(("OrderService", "class", "Shop.Orders", "src/S.cs", 3), (service.Name, service.Kind, service.Namespace, service.File, service.Line));
        Assert.Equal(["IOrderService", "IDisposable"], service.Bases);
        Assert.Equal(["IOrderService", "IRepo", "Order"], service.Uses);
        Assert.Equal(
            ["public async Task<Order?> FindAsync(long id, CancellationToken stop)", "public int Count", "internal const string Name"],
            service.Members.Select(m => m.Signature));
        Assert.Equal(["void Dispose()"], types[1].Members.Select(m => m.Signature));
        Assert.Equal(["long Id", "string Status"], types[2].Members.Select(m => m.Signature));
    }

    [Fact]
    public async Task TypeThatMentionsAClient_LeavesTheProcess_AndNamesOfTheCodeBaseDoNot()
    {
        tree.With(
            "G.cs",
            "using System.Net.Http;\nsealed class Gateway(HttpClient http) : IGateway;\ninterface IGateway;\nsealed class Other(IGateway gateway);");
        var types = (await tree.Read()).Types;
        Assert.Equal(["HttpClient"], types[0].Reaches);
        Assert.All(types.Skip(1), t => Assert.Empty(t.Reaches));
    }

    [Fact]
    public async Task TopLevelStatements_AreTheTypeProgram()
    {
        tree.With("Program.cs", "Run(new Thing());\nclass Thing;\npublic partial class Program;");
        var types = (await tree.Read()).Types;
        Assert.Equal(["Program", "Thing"], types.Select(t => t.Name));
        Assert.Equal(["Thing"], types[0].Uses);
    }

    [Fact]
    public async Task Registrations_AreFoundWithTypesAndFactories()
    {
        tree.With("R.cs", """
            static class R
            {
                static void Add(IServiceCollection s)
                {
                    s.AddScoped<IA, A>();
                    s.TryAddSingleton<B>();
                    s.AddTransient(typeof(IC<>), typeof(C<>));
                    s.AddScoped<ID>(p => new D(p));
                    s.AddHostedService<Nightly>();
                    s.AddLogging();
                }
            }
            """);
        var found = (await tree.Read()).Registrations.Select(r => (r.Service, r.Implementation, r.Lifetime));
        Assert.Equal(
            [("IA", "A", "Scoped"), ("B", "B", "Singleton"), ("IC", "C", "Transient"), ("ID", "D", "Scoped"), ("Nightly", "Nightly", "Singleton")],
            found);
    }

    [Fact]
    public async Task Tests_KnowTheirSubject()
    {
        tree.With("S.cs", "class OrderService; class Order;")
            .With("T.cs", """
                class OrderServiceTests { [Fact] public void A() { } [Theory] public void B() { } public void Helper() { } }
                class OrderTotals { class WhenEmpty { [NUnit.Framework.Test] public void C() { } } }
                class OddTests { [TestMethod] public void D() { } }
                """);
        var tests = (await tree.Read()).Tests.Select(t => (t.Class, t.Method, t.Subject));
        Assert.Equal(
            [("OrderServiceTests", "A", "OrderService"), ("OrderServiceTests", "B", "OrderService"), ("WhenEmpty", "C", "Order"), ("OddTests", "D", "")],
            tests);
    }

    [Fact]
    public async Task Job_HasTablesOfItselfAndOfReadersBesideIt()
    {
        tree.With("db/001_a.up.sql", "create table orders (id int); create table other (id int); create schema r; create table r.sales (d date);")
            .With("src/Job.cs", "class SalesJob(IReader r) : BackgroundService { string s = \"INSERT INTO r.sales SELECT 1\"; }")
            .With("src/Reader.cs", "class Reader : IReader { string s = $\"select * from orders where id = {1}\"; } interface IReader;")
            .With("src/far/Far.cs", "class Far { string s = \"delete from other\"; }");
        var job = Assert.Single((await tree.Read()).Jobs);
        Assert.Equal("SalesJob", job.Name);
        Assert.Equal(["orders", "r.sales"], job.Tables);
    }

    [Fact]
    public async Task Project_TellsReferencesPackagesAndWhetherItTests()
    {
        tree.With(
            "src/A/A.csproj",
            """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="Npgsql" /><ProjectReference Include="..\B\B.csproj" """
                + """/></ItemGroup></Project>""")
            .With("tests/A.Tests/A.Tests.csproj", """<Project><ItemGroup><PackageReference Include="NUnit" /></ItemGroup></Project>""")
            .With("bad/C.csproj", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><Project>&e;</Project>");
        var index = await tree.Read();
        Assert.Equal(("A", false), (index.Projects[0].Name, index.Projects[0].IsTest));
        Assert.Equal(["B"], index.Projects[0].References);
        Assert.Equal(["Npgsql"], index.Projects[0].Packages);
        Assert.True(index.Projects[1].IsTest);
        Assert.Equal("nunit", index.Conventions.TestFramework);
        Assert.Equal(["Project files that are no valid XML were left out: bad/C.csproj."], index.Limitations);
    }
}
