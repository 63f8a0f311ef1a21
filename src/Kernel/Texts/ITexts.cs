namespace Modellstadt.Kernel.Texts;

/// <summary>An abstract class of texts, with one sealed class below it for each language.</summary>
/// <typeparam name="TTexts">The abstract class itself.</typeparam>
public interface ITexts<out TTexts> where TTexts : ITexts<TTexts>
{
    /// <summary>The texts in one language.</summary>
    static abstract TTexts For(Language language);
}
