using Modellstadt.Accounts;
using Modellstadt.App.Hosting;
using Modellstadt.App.Pages;
using Modellstadt.App.WalletSite;
using Modellstadt.CitizenId;
using Modellstadt.Issuer;
using Modellstadt.Kernel;
using Modellstadt.Kernel.Modules;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Messages;
using Modellstadt.Parking;
using Modellstadt.Payments;
using Modellstadt.Region;
using Modellstadt.Registers;
using Modellstadt.TrustServices;
using Modellstadt.Verifier;
using Modellstadt.Wallets;

// Settings and pages lie beside the program; data, facts and the wallet below the folder in which it was started.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseBoundedKestrel(builder.Configuration);

#pragma warning disable RS0030 // The composition root chooses the clock.
builder.Services.AddKernel(builder.Configuration, TimeProvider.System, RandomSource.System);
#pragma warning restore RS0030

var modules = new InstalledModules(builder.Services, builder.Configuration)
    .Add<AccountsModule>()
    .Add<RegistersModule>()
    .Add<MessagesModule>()
    .Add<IssuerModule>()
    .Add<VerifierModule>()
    .Add<TrustServicesModule>()
    .Add<CitizenIdModule>()
    .Add<PaymentsModule>()
    .Add<ParkingModule>()
    .Add<WalletsModule>()
    .Add<RegionModule>();
builder.Services.AddHosting();
builder.Services.AddPages(modules);
builder.Services.AddWalletSite(builder.Configuration);

var app = builder.Build();

app.UseHosting();
app.UseWalletSite();
app.UsePortal();

app.MapHealth();
app.MapManagementDocument();
app.MapManagementFlows();
app.MapWalletRedirect();
app.MapPages(modules);
modules.MapEndpoints(app);

await app.RunAsync();
