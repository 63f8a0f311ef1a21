using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Registers;

/// <summary>Refuses to start with a door to a register that cannot open, in a sentence that says what to set.</summary>
internal sealed class DoorsFit(IOptions<TownOptions> town) : IValidateOptions<RegistersOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, RegistersOptions options)
    {
        string[] failures = [.. Failures("Registers:Residents", options.Residents), .. Failures("Registers:Vehicles", options.Vehicles)];
        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Failures(string section, RegisterDoorOptions door)
    {
        if (door.Source is RegisterSource.Demo && !town.Value.Demo)
            yield return $"{section}:Source is Demo, but Town:Demo is false: a real town has no made-up people. Set Files or Http.";
        if (door.Source is RegisterSource.Files && (door.Folder is null || !Directory.Exists(door.Folder)))
            yield return $"{section}:Source is Files, but {section}:Folder names no folder that exists. Set it to the folder in which the supplier leaves the exports.";
    }
}
