using System.ComponentModel.DataAnnotations;

namespace Shop.Etl.Sales;

public sealed class SalesExportOptions
{
    public const string Section = "SalesExport";

    /// <summary>The key of the job's row in <c>etl_watermarks</c>.</summary>
    [Required]
    public string JobName { get; set; } = "sales-export";

    /// <summary>Changes younger than this wait for the next run, so that open transactions are not missed.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan SafetyLag { get; set; } = TimeSpan.FromMinutes(5);
}
