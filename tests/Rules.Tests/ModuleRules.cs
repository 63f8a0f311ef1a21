using System.Reflection;
using System.Xml.Linq;
using Modellstadt.Kernel.Modules;
using Modellstadt.Testing;

namespace Modellstadt.Rules.Tests;

/// <summary>Who may know whom, and what a module shows.</summary>
public sealed class ModuleRules
{
    private static readonly string[] Vendors = ["Npgsql", "Microsoft.Data.Sqlite", "Microsoft.EntityFrameworkCore.Sqlite", "Npgsql.EntityFrameworkCore.PostgreSQL", "SQLitePCLRaw.core"];

    private static readonly Assembly[] Modules =
    [
        typeof(Accounts.AccountsModule).Assembly, typeof(Messages.MessagesModule).Assembly, typeof(Registers.RegistersModule).Assembly, typeof(Issuer.IssuerModule).Assembly,
        typeof(Verifier.VerifierModule).Assembly, typeof(CitizenId.CitizenIdModule).Assembly, typeof(Parking.ParkingModule).Assembly,
        typeof(TrustServices.TrustServicesModule).Assembly, typeof(Payments.PaymentsModule).Assembly, typeof(Wallets.WalletsModule).Assembly, typeof(Region.RegionModule).Assembly,
    ];

    public static IEnumerable<TheoryDataRow<Assembly>> ModuleAssemblies => Modules.Select(module => new TheoryDataRow<Assembly>(module));

    [Theory, MemberData(nameof(ModuleAssemblies))]
    public void What_a_module_shows_stands_in_its_root_namespace(Assembly module) =>
        KnownExceptions.AssertOnly($"exported-namespace {module.GetName().Name}", module.GetExportedTypes()
            .Where(type => !IsRazorComponent(type) && type.Namespace != module.GetName().Name)
            .Select(type => type.FullName!));

    [Theory, MemberData(nameof(ModuleAssemblies))]
    public void A_module_is_registered_by_one_class(Assembly module) =>
        Assert.Single(module.GetExportedTypes(), type => type.IsAssignableTo(typeof(IModule)));

    [Fact]
    public void Only_the_kernel_knows_a_vendor_of_databases() =>
        KnownExceptions.AssertOnly("database-vendor", SourceTree.Projects("src")
            .Where(project => Path.GetFileNameWithoutExtension(project) != "Modellstadt.Kernel")
            .SelectMany(project => References(project, "PackageReference").Where(Vendors.Contains).Select(vendor => $"{SourceTree.Relative(project)} {vendor}"))
            .Concat(SourceTree.Files
                .Where(file => !file.Path.StartsWith("src/Kernel/", StringComparison.Ordinal))
                .SelectMany(file => file.Root.Usings.Select(name => name.Name?.ToString()).Where(name => name is "Npgsql" or "Microsoft.Data.Sqlite").Select(name => $"{file.Path} {name}"))));

    [Fact]
    public void The_graph_in_the_documentation_is_the_graph_of_the_projects()
    {
        var actual = SourceTree.Projects("src").ToDictionary(
            project => ShortName(project),
            project => string.Join(", ", References(project, "ProjectReference").Select(ShortName).Order(StringComparer.Ordinal)));
        var documented = File.ReadLines(ProductFiles.PathOf("docs/architecture.md"))
            .SkipWhile(line => line != "<!-- graph -->").Skip(1).TakeWhile(line => line != "<!-- /graph -->")
            .Where(line => line.Contains('→', StringComparison.Ordinal))
            .Select(line => line.TrimStart('-', ' ').Split('→', 2))
            .ToDictionary(parts => parts[0].Trim(), parts => string.Join(", ", parts[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(name => name != "–").Order(StringComparer.Ordinal)));
        Assert.Equal(actual.OrderBy(pair => pair.Key, StringComparer.Ordinal), documented.OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_project_has_a_test_project_at_the_mirrored_path()
    {
        var missing = SourceTree.Projects("src")
            .Where(project => !project.EndsWith("Modellstadt.App.csproj", StringComparison.Ordinal))
            .Select(project => SourceTree.Relative(Path.GetDirectoryName(project)!).Replace("src/", "tests/", StringComparison.Ordinal) + ".Tests")
            .Where(folder => !Directory.Exists(ProductFiles.PathOf(folder)));
        Assert.Empty(missing);
    }

    private static IEnumerable<string> References(string project, string kind) =>
        XDocument.Load(project).Descendants(kind).Select(reference => reference.Attribute("Include")!.Value);

    private static string ShortName(string project) =>
        Path.GetFileNameWithoutExtension(project.Replace("$(RepositoryRoot)", "", StringComparison.Ordinal)).Replace("Modellstadt.", "", StringComparison.Ordinal).Replace("Protocols.", "", StringComparison.Ordinal);

    /// <summary>Razor components and the imports file are public by the compiler's choice.</summary>
    private static bool IsRazorComponent(Type type) =>
        type.IsAssignableTo(typeof(Microsoft.AspNetCore.Components.IComponent)) || type.Name is "_Imports";
}
