using Shop.Api.Authentication;
using Shop.Api.Endpoints;
using Shop.Api.Errors;
using Shop.Api.Migrations;
using Shop.Api.Payments;
using Shop.Data;
using Shop.Services;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddShopData(builder.Configuration.GetConnectionString("Shop") ?? "");
builder.Services.AddShopServices();
builder.Services.AddPaymentGateway(builder.Configuration);
builder.Services.AddShopAuthentication(builder.Configuration);
builder.Services.AddProblemDetails();
builder.Services.AddExceptionHandler<ShopExceptionHandler>();
builder.Services.AddControllers();
builder.Services.AddHealthChecks();

var app = builder.Build();
if (args is ["migrate", ..])
{
    return await MigrateCommand.RunAsync(app.Services, args[1..]);
}

app.UseExceptionHandler();
app.UseStatusCodePages();
app.UseAuthentication();
app.UseAuthorization();
app.MapOrders();
app.MapShipments();
app.MapProducts();
app.MapInventory();
app.MapControllers();
app.MapHealthChecks("/health");
app.Run();
return 0;

public partial class Program;
