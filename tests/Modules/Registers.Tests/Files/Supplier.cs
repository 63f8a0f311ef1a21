using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Registers.Tests;

/// <summary>A town whose registers come as files, and the supplier who leaves them.</summary>
internal sealed class Supplier : IAsyncDisposable
{
    public const string ResidentColumns = "resident_id;given_names;family_name;birth_date;deceased;blocked;residence_kind;street;house_number;postal_code;locality;ags;since;until\n";
    public const string VehicleColumns = "plate;kind;trade_name;length_mm;width_mm;height_mm;keeper_kind;keeper_name;keeper_id;user_id\n";

    /// <summary>Erika lives in the town, Karl too and elsewhere as well.</summary>
    public const string Erika = "1;Erika;Müller-Łukaszewska;1964-08-12;0;0;main;Georgstraße;17a;45879;Gelsenkirchen;05513000;2001-01-01;\n";
    public const string Karl = "2;Karl-Heinz;von der Heide;1950-02-28;0;0;secondary;Ringstraße;3;45879;Gelsenkirchen;05513000;2010-05-01;\n2;Karl-Heinz;von der Heide;1950-02-28;0;0;main;Allee;1;45128;Essen;05113000;2000-01-01;\n";
    public const string Golf = "GE-AB 123;car;Volkswagen Golf;4284;1789;1491;private;Erika Müller-Łukaszewska;1;\n";
    public const string Van = "GE-C 9;light-goods;VW Caddy;4500;1855;1833;company;\"Dach; \"\"Nord\"\" GmbH\";;2\n";

    private readonly DirectoryInfo folder;
    private int dropped;

    private Supplier(DirectoryInfo folder, RegistersTown town, Recipient recipient) => (this.folder, Town, Recipient) = (folder, town, recipient);

    public RegistersTown Town { get; }

    public Recipient Recipient { get; }

    public string Folder => folder.FullName;

    public static async Task<Supplier> StartAsync(DatabaseKind kind, params (string Key, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("modellstadt-drop-");
        var recipient = new Recipient();
        var town = await RegistersTown.StartAsync(
            kind, [recipient],
            [
                ("Registers:Residents:Source", "Files"), ("Registers:Residents:Folder", folder.FullName), ("Registers:Vehicles:Source", "files"), ("Registers:Vehicles:Folder", folder.FullName),
                ("Registers:LookInterval", "1.00:00:00"), .. settings,
            ]);
        return new Supplier(folder, town, recipient);
    }

    /// <summary>Leaves a finished file.</summary>
    public void Drop(string name, string content) => Drop(name, Encoding.UTF8.GetBytes(content));

    public void Drop(string name, byte[] content, string? digest = null)
    {
        var path = Path.Combine(Folder, name + ".csv");
        File.WriteAllBytes(path, content);
        // Files that a test drops within one tick of the file system are still others.
        File.SetLastWriteTimeUtc(path, new DateTime(2026, 11, 24).AddMinutes(++dropped));
        File.WriteAllText(path + ".sha256", $"{digest ?? Convert.ToHexStringLower(SHA256.HashData(content))}  {name}.csv\n");
    }

    /// <summary>Leaves both files and lets the town look.</summary>
    public async Task DropAsync(string residents, string vehicles)
    {
        Drop("residents", ResidentColumns + residents);
        Drop("vehicles", VehicleColumns + vehicles);
        await LookAsync();
    }

    /// <summary>The town looks for files.</summary>
    public Task LookAsync() => Town.Services.GetServices<IHostedService>().OfType<TakeOverRounds>().Single().RunRoundAsync(TestContext.Current.CancellationToken);

    /// <summary>What the process says about itself.</summary>
    public Task<HealthReport> HealthAsync() => Town.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Town.DisposeAsync();
        TestFolder.Remove(Folder);
    }
}
