// Shows that a test turns red when the check that it guards is removed: for each entry of tests/red-when-removed.txt the check is
// taken out of a copy of the last commit, the test project is built and the named tests run. They must fail then, and hold before. Tests in
// TypeScript are named with their file.
//
//   dotnet run eng/red-when-removed.cs                 all entries; writes docs/red-when-removed.md
//   dotnet run eng/red-when-removed.cs "RFC 9449"      only those whose clause contains the text; writes nothing
#:property RestorePackagesWithLockFile=false
using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

var root = Path.GetFullPath(Run("git", ["rev-parse", "--show-toplevel"], Environment.CurrentDirectory).Output.Trim());
var wanted = args.FirstOrDefault() ?? "";
var entries = Entry.ReadAll(Path.Combine(root, "tests/red-when-removed.txt")).Where(entry => entry.Clause.Contains(wanted, StringComparison.Ordinal)).ToList();
var copy = Path.Combine(root, "artifacts", "red-when-removed");

Run("git", ["worktree", "remove", "--force", copy], root);
Expect(Run("git", ["worktree", "add", "--detach", copy, "HEAD"], root), "The copy could not be made.");
try
{
    foreach (var project in entries.Select(entry => entry.Project).Distinct())
        Expect(IsBrowserPart(project) ? Run("npm", ["ci", "--silent"], Path.Combine(copy, project)) : Build(project), $"{project} does not build.");
    foreach (var entry in entries)
        Expect(Test(entry), $"{entry.Clause}: {entry.Test} is red before anything is removed, or there is no such test.");
    var lines = entries.Select(Prove).ToList();
    if (wanted.Length == 0)
        File.WriteAllText(Path.Combine(root, "docs/red-when-removed.md"), Report(lines));
    Console.WriteLine($"{lines.Count(line => line.Red)} of {lines.Count} tests turn red when their check is removed.");
    return lines.All(line => line.Red) ? 0 : 1;
}
finally
{
    Run("git", ["worktree", "remove", "--force", copy], root);
}

Proof Prove(Entry entry)
{
    var path = Path.Combine(copy, entry.File);
    var text = File.ReadAllText(path);
    if (text.Split(entry.From).Length != 2)
        throw new InvalidOperationException($"{entry.Clause}: the check does not stand exactly once in {entry.File}.");
    File.WriteAllText(path, text.Replace(entry.From, entry.To, StringComparison.Ordinal));
    var built = IsBrowserPart(entry.Project) || Build(entry.Project).ExitCode == 0;
    var red = built && Test(entry).ExitCode == 2;
    File.WriteAllText(path, text);
    Console.WriteLine($"{(red ? "red  " : built ? "GREEN" : "does not build")} {entry.Clause}: {entry.Test}");
    return new Proof(entry, red);
}

static bool IsBrowserPart(string project) => project.StartsWith("src/", StringComparison.Ordinal);

Result Build(string project) => Run("dotnet", ["build", project, "-c", "Release", "-v", "quiet", "-clp:ErrorsOnly"], copy);

// Exit code 2 is that of failed tests; a filter that finds no test ends with another one.
Result Test(Entry entry)
{
    if (IsBrowserPart(entry.Project))
        return TestBrowserPart(entry);

    var name = $"Modellstadt.{Path.GetRelativePath("tests", entry.Project).Replace('/', '.').Replace("Modules.", "", StringComparison.Ordinal)}";
    return Run(Path.Combine(copy, entry.Project, "bin/Release/net10.0", name), ["--progress", "off", "--no-ansi", "--filter-method", $"*{entry.Test}*"], copy);
}

// With the exit codes of the others. A file that no longer loads has no failed tests.
Result TestBrowserPart(Entry entry)
{
    var (file, name) = (entry.Test.Split(": ")[0], entry.Test[(entry.Test.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
    var run = Run("npx", ["vitest", "run", file, "-t", Regex.Escape(name), "--reporter=json", "--outputFile=red-when-removed.json"], Path.Combine(copy, entry.Project));
    var report = JsonNode.Parse(File.ReadAllText(Path.Combine(copy, entry.Project, "red-when-removed.json")))!;
    return run with { ExitCode = (int)report["numFailedTests"]! > 0 ? 2 : (int)report["numPassedTests"]! > 0 ? 0 : 1 };
}

static Result Run(string program, string[] arguments, string directory)
{
    using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true })!;
    var error = process.StandardError.ReadToEndAsync();
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return new Result(process.ExitCode, output, error.Result);
}

static void Expect(Result result, string otherwise)
{
    if (result.ExitCode != 0)
        throw new InvalidOperationException($"{otherwise}\n{result.Output}\n{result.Error}");
}

string Report(IReadOnlyList<Proof> proofs) =>
    $"""
    # Tests that turn red when their check is removed

    Made by `dotnet run eng/red-when-removed.cs` for the commit of {Run("git", ["log", "-1", "--format=%cs (%h)"], root).Output.Trim()}: each test holds, then the check is taken out of a copy, and the test must fail. What is taken out stands in
    `tests/red-when-removed.txt`.

    | clause | file of the check | test | without the check |
    |---|---|---|---|
    {string.Join('\n', proofs.Select(proof => $"| {proof.Entry.Clause} | `{Path.GetFileName(proof.Entry.File)}` | `{proof.Entry.Test}` | {(proof.Red ? "red" : "**still green**")} |"))}

    """;

internal sealed record Entry(string Clause, string File, string From, string To, string Project, string Test)
{
    /// <summary>Reads blocks of lines: a clause in brackets, then file, from, to (may be empty), project and test.</summary>
    public static IEnumerable<Entry> ReadAll(string path) =>
        from block in System.IO.File.ReadAllText(path).Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
        let lines = block.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#')).ToArray()
        where lines.Length > 0
        select new Entry(lines[0].Trim('[', ']'), Value(lines, "file"), Value(lines, "from"), Value(lines, "to"), Value(lines, "project"), Value(lines, "test"));

    private static string Value(string[] lines, string name) =>
        lines.Single(line => line.Split(' ')[0] == name)[name.Length..].Trim();
}

internal sealed record Result(int ExitCode, string Output, string Error);

internal sealed record Proof(Entry Entry, bool Red);
