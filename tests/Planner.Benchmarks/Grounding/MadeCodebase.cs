using System.Globalization;
using System.Text;

namespace Planner.Benchmarks.Grounding;

/// <summary>A code base of many C# files of about 20 KB each, with migrations and registrations, the same each time.</summary>
internal static class MadeCodebase
{
    private const int BytesOfAFile = 20_000;
    private const int FilesOfAProject = 250;

    private static readonly string[] Things = ["Order", "Invoice", "Customer", "Shipment", "Price", "Return", "Payment", "Stock", "Supplier", "Contract"];
    private static readonly string[] Parts = ["Service", "Repository", "Handler", "Validator", "Mapper", "Reader", "Writer", "Policy", "Planner", "Store"];

    public static void Write(string root, int files)
    {
        for (var i = 0; i < files; i++)
        {
            var project = Path.Combine(root, "src", $"Shop.Part{i / FilesOfAProject}");
            if (i % FilesOfAProject == 0)
            {
                Directory.CreateDirectory(project);
                File.WriteAllText(Path.Combine(project, $"Shop.Part{i / FilesOfAProject}.csproj"), "<Project Sdk=\"Microsoft.NET.Sdk\"></Project>\n");
            }

            File.WriteAllText(Path.Combine(project, $"{NameOf(i)}.cs"), Source(i));
        }
    }

    private static string NameOf(int file) =>
        string.Create(CultureInfo.InvariantCulture, $"{Things[file % Things.Length]}{Parts[file / Things.Length % Parts.Length]}{file}");

    private static string Source(int file)
    {
        var name = NameOf(file);
        var text = new StringBuilder(BytesOfAFile + 1000);
        text.Append(
            CultureInfo.InvariantCulture,
            $"namespace Shop.Part{file / FilesOfAProject};\n\npublic interface I{name};\n\npublic sealed class {name}({NameOf(file / 2)} inner, "
                + $"{NameOf(file / 3)} other) : I{name}\n{{\n");
        for (var member = 0; text.Length < BytesOfAFile; member++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                    /// <summary>Works out the {{Things[member % Things.Length]}} of step {{member}}.</summary>
                    public async Task<int> Find{{Things[(file
                        + member) % Things.Length]}}By{{Parts[member % Parts.Length]}}{{member}}(int id, CancellationToken cancellation)
                    {
                        var rows = await inner.Query("select id, total_{{member}} from {{Things[file
                            % Things.Length]}}_items where id = @id", new { id }, cancellation);
                        if (rows.Count == {{member}} && other.Accepts(rows[0].Value{{file % 50}}))
                        {
                            throw new InvalidOperationException($"The value {id} of {{name}} is not known.");
                        }

                        return rows.Where(r => r.Id > id).Select(r => r.Amount{{member}}).DefaultIfEmpty({{member}}).Max();
                    }


                """);
        }

        return text.Append("}\n").ToString();
    }
}
