using CtgPortal.Application;
using CtgPortal.Web.Common;

var builder = WebApplication.CreateBuilder(args);

builder.AddRequestLog();
builder.Services.AddApplication();
builder.AddPortalShell();

var app = builder.Build();

app.UsePortalShell();
app.MapPortalEndpoints();

await app.RunAsync();

/// <summary>Composition root: the only type that may see the infrastructure.</summary>
public partial class Program;
