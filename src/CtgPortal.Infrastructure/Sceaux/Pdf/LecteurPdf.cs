using System.Globalization;
using System.Text;

namespace CtgPortal.Infrastructure.Sceaux.Pdf;

/// <summary>Reads objects one after the other (ISO 32000-1 § 7.2 and 7.3). Never recurses deeper than <see cref="ProfondeurMax"/>.</summary>
internal sealed class LecteurPdf(ReadOnlyMemory<byte> octets, int position, BudgetLecture budget)
{
    private const int ProfondeurMax = 60;

    public int Position { get; set; } = position;

    private ReadOnlySpan<byte> Octets => octets.Span;

    public static bool EstBlanc(byte c) => c is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool EstDelimiteur(byte c) => c is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';

    public void PasserLesBlancs()
    {
        var o = Octets;
        while (Position < o.Length)
        {
            if (o[Position] == '%')
            {
                var fin = o[Position..].IndexOfAny((byte)'\r', (byte)'\n');
                Position = fin < 0 ? o.Length : Position + fin;
            }
            else if (EstBlanc(o[Position]))
            {
                Position++;
            }
            else
            {
                return;
            }
        }
    }

    public object? LireObjet()
    {
        var debut = Position;
        var objet = LireObjet(0);
        budget.Depenser(Position - debut);
        return objet;
    }

    private object? LireObjet(int profondeur)
    {
        if (profondeur > ProfondeurMax)
        {
            throw new PdfIllisibleException("Le fichier imbrique trop d’objets les uns dans les autres.");
        }

        budget.Depenser();
        PasserLesBlancs();
        var o = Octets;
        if (Position >= o.Length)
        {
            throw Illisible();
        }

        switch (o[Position])
        {
            case (byte)'/':
                return LireNom();
            case (byte)'(':
                return LireLitterale();
            case (byte)'[':
                return LireTableau(profondeur);
            case (byte)'<':
                return Position + 1 < o.Length && o[Position + 1] == '<' ? LireDico(profondeur) : LireHexadecimale();
            case >= (byte)'0' and <= (byte)'9' or (byte)'+' or (byte)'-' or (byte)'.':
                return LireNombreOuReference();
            default:
                return LireMot() switch { "true" => true, "false" => false, "null" => null, _ => throw Illisible() };
        }
    }

    /// <summary>The next run of regular characters.</summary>
    public string LireMot()
    {
        PasserLesBlancs();
        var debut = Position;
        var o = Octets;
        while (Position < o.Length && !EstBlanc(o[Position]) && !EstDelimiteur(o[Position]))
        {
            Position++;
        }

        return Encoding.Latin1.GetString(o[debut..Position]);
    }

    public int LireEntier() => int.TryParse(LireMot(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : throw Illisible();

    public void Attendre(string mot)
    {
        if (LireMot() != mot)
        {
            throw Illisible();
        }
    }

    private PdfIllisibleException Illisible() => new($"Le fichier n’est pas un PDF bien formé (octet {Position}).");

    private NomPdf LireNom()
    {
        Position++;
        var o = Octets;
        var nom = new StringBuilder();
        while (Position < o.Length && !EstBlanc(o[Position]) && !EstDelimiteur(o[Position]))
        {
            if (o[Position] == '#' && Position + 2 < o.Length && char.IsAsciiHexDigit((char)o[Position + 1]) && char.IsAsciiHexDigit((char)o[Position + 2]))
            {
                nom.Append((char)((Hexa(o[Position + 1]) << 4) | Hexa(o[Position + 2])));
                Position += 3;
            }
            else
            {
                nom.Append((char)o[Position++]);
            }
        }

        return new(nom.ToString());
    }

    private static int Hexa(byte c) => Convert.FromHexString([(char)'0', (char)c])[0];

    private ChainePdf LireLitterale()
    {
        var debut = Position++;
        var o = Octets;
        List<byte> lus = [];
        for (var ouvertes = 1; ;)
        {
            if (Position >= o.Length)
            {
                throw Illisible();
            }

            var c = o[Position++];
            if (c == '\\')
            {
                LireEchappement(lus);
                continue;
            }

            ouvertes += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (ouvertes == 0)
            {
                return new([.. lus], false, debut, Position);
            }

            lus.Add(c);
        }
    }

    private void LireEchappement(List<byte> lus)
    {
        var o = Octets;
        if (Position >= o.Length)
        {
            throw Illisible();
        }

        var c = o[Position++];
        switch (c)
        {
            case (byte)'n': lus.Add(10); break;
            case (byte)'r': lus.Add(13); break;
            case (byte)'t': lus.Add(9); break;
            case (byte)'b': lus.Add(8); break;
            case (byte)'f': lus.Add(12); break;
            case (byte)'\r':
                Position += Position < o.Length && o[Position] == '\n' ? 1 : 0;
                break;
            case (byte)'\n':
                break;
            case >= (byte)'0' and <= (byte)'7':
                var valeur = c - '0';
                for (var i = 0; i < 2 && Position < o.Length && o[Position] is >= (byte)'0' and <= (byte)'7'; i++)
                {
                    valeur = (valeur << 3) | (o[Position++] - '0');
                }

                lus.Add((byte)valeur);
                break;
            default:
                lus.Add(c);
                break;
        }
    }

    private ChainePdf LireHexadecimale()
    {
        var debut = Position++;
        var fin = Octets[Position..].IndexOf((byte)'>');
        if (fin < 0)
        {
            throw Illisible();
        }

        var chiffres = new char[fin + 1];
        var nombre = 0;
        foreach (var c in Octets.Slice(Position, fin))
        {
            if (char.IsAsciiHexDigit((char)c))
            {
                chiffres[nombre++] = (char)c;
            }
            else if (!EstBlanc(c))
            {
                throw Illisible();
            }
        }

        if (nombre % 2 == 1)
        {
            chiffres[nombre++] = '0';
        }

        Position += fin + 1;
        return new(Convert.FromHexString(chiffres.AsSpan(0, nombre)), true, debut, Position);
    }

    private List<object?> LireTableau(int profondeur)
    {
        Position++;
        List<object?> valeurs = [];
        while (!Ferme((byte)']'))
        {
            valeurs.Add(LireObjet(profondeur + 1));
        }

        Position++;
        return valeurs;
    }

    private DicoPdf LireDico(int profondeur)
    {
        Position += 2;
        var dico = new DicoPdf();
        while (!Ferme((byte)'>'))
        {
            if (Octets[Position] != '/')
            {
                throw Illisible();
            }

            var cle = LireNom().Valeur;
            dico[cle] = LireObjet(profondeur + 1);
        }

        if (Position + 1 >= Octets.Length || Octets[Position + 1] != '>')
        {
            throw Illisible();
        }

        Position += 2;
        return dico;
    }

    private bool Ferme(byte fermant)
    {
        PasserLesBlancs();
        return Position < Octets.Length ? Octets[Position] == fermant : throw Illisible();
    }

    private object LireNombreOuReference()
    {
        var mot = LireMot();
        if (!long.TryParse(mot, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var entier))
        {
            return decimal.TryParse(mot, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var reel) ? reel : throw Illisible();
        }

        // « 12 0 R » begins as two numbers of an array would
        var retour = Position;
        if (entier is > 0 and <= int.MaxValue && char.IsAsciiDigit(mot[0])
            && int.TryParse(LireMot(), NumberStyles.None, CultureInfo.InvariantCulture, out var generation) && LireMot() == "R")
        {
            return new ReferencePdf((int)entier, generation);
        }

        Position = retour;
        return entier;
    }
}
