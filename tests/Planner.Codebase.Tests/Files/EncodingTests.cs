using System.Text;
using Planner.Core.Grounding.Facts;
using Xunit;

namespace Planner.Codebase.Tests.Files;

public sealed class EncodingTests : IDisposable
{
    private const string Code = "namespace N; public class Größe { }";

    private readonly Tree tree = new();

    public void Dispose() => tree.Dispose();

    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "utf-16BE", "utf-32", "iso-8859-1"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Text_IsReadInAnyOfThem(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        tree.With("a.cs", [.. encoding.GetPreamble(), .. encoding.GetBytes(Code)]);
        Assert.Equal("Größe", Assert.Single((await tree.Read()).Types).Name);
    }

    [Fact]
    public async Task InvalidUtf8_IsReadAllTheSame()
    {
        tree.With("a.cs", [.. "// "u8, 0xC3, 0x28, 0xFF, .. "\npublic class A { }"u8]);
        Assert.Equal("A", Assert.Single((await tree.Read()).Types).Name);
    }

    [Fact]
    public async Task BinaryFile_HasAHashAndNoWords()
    {
        tree.With("logo.png", [0x89, 0x50, 0, 1, 2, 3]);
        var document = Assert.Single((await tree.Read()).Documents);
        Assert.Empty(document.Terms);
        Assert.Equal(64, document.Sha256.Length);
    }

    [Fact]
    public async Task CodeThatDoesNotParse_GivesWhatCanBeRead()
    {
        tree.With("a.cs", "public class A { public void M( { } } } class B {");
        var index = await tree.Read();
        Assert.Contains(index.Types, t => t.Name == "A");
        Assert.Contains("C# files with syntax errors were read as far as possible: a.cs.", index.Limitations);
    }

    public static TheoryData<string> Nested => new(
        "class A { int x = " + new string('(', 50_000) + "1" + new string(')', 50_000) + "; }",
        "class A { int x = " + string.Concat(Enumerable.Repeat("(/*)*/", 3_000)) + "; }",
        "class A { " + string.Concat(Enumerable.Repeat("T<", 50_000)) + " x; }",
        "class A { string x = $\"{" + new string('(', 50_000) + "}\"; }",
        "#if " + new string('(', 50_000) + "\n#endif\nclass A;",
        "#if " + new string('!', 50_000) + "X\n#endif\nclass A;",
        "class A { int x = " + new string('!', 50_000) + "y; }",
        string.Concat(Enumerable.Repeat("class A {", 2_000)),
        "class A { object x = " + string.Concat(Enumerable.Repeat("a+", 5_000)) + "a; }",
        "class A { void M() { " + string.Concat(Enumerable.Repeat("a.MapGet(", 5_000)) + " } }",
        "class A { void M() { a" + string.Concat(Enumerable.Repeat(".MapGroup(\"a\")", 2_000)) + ".MapGet(\"x\", H); } }");

    [Theory]
    [MemberData(nameof(Nested))]
    public async Task VeryDeepNesting_DoesNotEndTheProcess(string code)
    {
        tree.With("deep.cs", code).With("b.cs", "class B { }");
        Assert.Contains((await tree.Read()).Types, t => t.Name == "B");
    }

    [Fact]
    public async Task Words_AreWholeNamesAndTheirParts()
    {
        tree.With("a.cs", "class OrderService { int order_items; }");
        var terms = Assert.Single((await tree.Read()).Documents).Terms;
        Assert.True(terms.ContainsKey("orderservice"));
        Assert.True(terms.ContainsKey("order_items"));
        Assert.Equal(2, terms["order"]);
    }
}
