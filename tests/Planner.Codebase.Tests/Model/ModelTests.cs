using Planner.Core.Grounding.Facts;
using Xunit;

namespace Planner.Codebase.Tests.Model;

public sealed class ModelTests : IDisposable
{
    private readonly Tree tree = new();

    public void Dispose() => tree.Dispose();

    [Fact]
    public async Task SnapshotOfEfCore_GivesTablesWithColumnsKeysAndRelations()
    {
        Library();

        var index = await tree.Read();
        var loans = Assert.Single(index.Tables, t => t.Name == "Loans");

        Assert.Equal(
            [
                new("Id", "bigint", false),
                new("BookId", "integer", false),
                new("due_on", "date", true),
                new("Note", "character varying(50)", false, "''"),
                new("Fine", "numeric(10,2)", true),
            ],
            loans.Columns);
        Assert.Equal(["Id"], loans.PrimaryKey);
        Assert.Equal(("Books", "BookId", "Id"), (loans.ForeignKeys[0].Table, loans.ForeignKeys[0].Columns[0], loans.ForeignKeys[0].References[0]));
        var dueIndex = Assert.Single(loans.Indexes);
        Assert.Equal(("IX_Loans_due_on", "due_on", true), (dueIndex.Name, dueIndex.Columns[0], dueIndex.Unique));
        Assert.Equal(("Loan", "src/Loan.cs", 3), (loans.EntityType, loans.File, loans.Line));
        Assert.Equal(["audit.Entries", "Books", "Loans"], index.Tables.Select(t => t.FullName).Order(StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task MigrationsOfEfCore_AreOrderedAndNameTheNext()
    {
        Library();
        tree.With("src/Migrations/20250101000000_First.cs", "class First : Migration { }")
            .With("src/Migrations/20250101000000_First.Designer.cs", "partial class First { }")
            .With("src/Migrations/20250301000000_Second.cs", "public partial class Second : Migration { }");

        var index = await tree.Read();

        Assert.Equal(
            [("src/Migrations/20250101000000_First.cs", "EF Core"), ("src/Migrations/20250301000000_Second.cs", "EF Core")],
            index.Migrations.Select(m => (m.Path, m.Tool)));
        Assert.Equal(["src/Migrations/20250301000001_{name}.cs"], index.Conventions.NextMigration);
    }

    [Fact]
    public async Task MigrationsOfFluentMigrator_AreReplayed()
    {
        tree.With("src/Migration/001_first.cs", """
            [Migration(1)]
            public class First : Migration
            {
                public override void Up()
                {
                    Create.Table("Books").WithColumn("Id").AsInt64().PrimaryKey().Identity().WithColumn("Title").AsString(200).Unique()
                        .WithColumn("Old").AsInt32();
                    Create.TableForModel("Readers").WithColumn("Name").AsString().Nullable();
                    Create.Table("Gone").WithColumn("Id").AsInt32();
                }

                public override void Down() => Delete.Table("Books");
            }
            """)
            .With("src/Migration/010_tenth.cs", """
            [Migration(010)]
            public class Tenth : Migration
            {
                public override void Up()
                {
                    Delete.Column("Old").FromTable("Books");
                    Rename.Column("Title").OnTable("Books").To("Name");
                    Alter.Table("Books").AddColumn("Lent").AsBoolean().NotNullable().WithDefaultValue(false);
                    Delete.Table("Gone");
                    Rename.Table("Readers").To("Members");
                }
            }
            """)
            .With("src/Book.cs", "public class Book { }");

        var index = await tree.Read();

        Assert.Equal(["Books", "Members"], index.Tables.Select(t => t.Name));
        Assert.Equal([new("Id", "bigint", false), new("Name", "text", false), new("Lent", "boolean", false)], index.Tables[0].Columns);
        Assert.Equal(("Book", "Name", true), (index.Tables[0].EntityType, index.Tables[0].Indexes[0].Columns[0], index.Tables[0].Indexes[0].Unique));
        Assert.Equal([new("Id", "integer", false), new("Name", "text", true)], index.Tables[1].Columns);
        Assert.Equal(["src/Migration/011_{name}.cs"], index.Conventions.NextMigration);
    }

    [Fact]
    public async Task ModelsOfTestsAreNoTables()
    {
        Library("tests/");
        tree.With("tests/Library.Tests.csproj", "<Project><ItemGroup><PackageReference Include=\"xunit\" /></ItemGroup></Project>");

        Assert.Empty((await tree.Read()).Tables);
    }

    private void Library(string under = "") => tree
        .With(under + "src/Loan.cs", "namespace Library.Data;\n\npublic class Loan { public long Id { get; set; } }")
        .With(under + "src/Book.cs", "namespace Library.Data;\n\npublic class Book { }")
        .With(under + "src/Migrations/LibraryModelSnapshot.cs", """
            namespace Library.Migrations
            {
                [DbContext(typeof(LibraryContext))]
                partial class LibraryModelSnapshot : ModelSnapshot
                {
                    protected override void BuildModel(ModelBuilder modelBuilder)
                    {
                        modelBuilder.HasAnnotation("ProductVersion", "10.0.0");

                        modelBuilder.Entity("Library.Data.Book", b =>
                            {
                                b.Property<int>("Id").HasColumnType("integer");
                                b.HasKey("Id");
                                b.ToTable("Books", (string)null);
                            });

                        modelBuilder.Entity("Library.Data.Loan", b =>
                            {
                                b.Property<long>("Id").ValueGeneratedOnAdd();
                                b.Property<int>("BookId").HasColumnType("integer");
                                b.Property<DateOnly?>("DueOn").HasColumnName("due_on");
                                b.Property<string>("Note").IsRequired().HasMaxLength(50).HasColumnType("character varying(50)").HasDefaultValueSql("''");
                                b.HasKey("Id");
                                b.HasIndex("DueOn").IsUnique();
                                b.ToTable("Loans");
                            });

                        modelBuilder.Entity("Library.Data.FinedLoan", b =>
                            {
                                b.HasBaseType("Library.Data.Loan");
                                b.Property<decimal?>("Fine").HasColumnType("numeric(10,2)");
                            });

                        modelBuilder.Entity("Library.Data.Entry", b =>
                            {
                                b.Property<Guid>("Id");
                                b.HasKey("Id");
                                b.ToTable("Entries", "audit");
                            });

                        modelBuilder.Entity("Library.Data.Loan", b =>
                            {
                                b.HasOne("Library.Data.Book", "Book").WithMany("Loans").HasForeignKey("BookId").OnDelete(DeleteBehavior.Cascade);
                                b.Navigation("Book");
                            });
                    }
                }
            }
            """);
}
