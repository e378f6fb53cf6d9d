namespace CtgPortal.Infrastructure.Sceaux.Pdf;

/// <summary>How many values may still be read of a file: two bytes of it can cost fifty of memory, and the same bytes can be asked for a thousand times.</summary>
internal sealed class BudgetLecture
{
    private int _reste = LimitesPdf.ValeursMax;
    private long _octets = LimitesPdf.OctetsLusMax;

    public void Depenser()
    {
        if (--_reste < 0)
        {
            throw new PdfIllisibleException("Le fichier contient trop d’objets.");
        }
    }

    public void Depenser(int octets)
    {
        _octets -= octets;
        if (_octets < 0)
        {
            throw new PdfIllisibleException("Le fichier fait relire sans fin les mêmes octets.");
        }
    }
}
