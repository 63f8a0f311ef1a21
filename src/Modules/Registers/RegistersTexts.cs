using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Registers;

/// <summary>The module's words.</summary>
internal abstract class RegistersTexts : ITexts<RegistersTexts>
{
    private static readonly RegistersTexts German = new GermanRegistersTexts();
    private static readonly RegistersTexts English = new EnglishRegistersTexts();

    public static RegistersTexts For(Language language) => language is Language.German ? German : English;

    public abstract RefusalText DemoPersonUnknown { get; }
    public abstract RefusalText DemoChangeImpossible { get; }

    /// <summary>What is wrong with a file, and what its supplier does about it.</summary>
    public abstract string Explain(ExportProblemKind kind);
}
