// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <paper/printfonts.h>

#include <QFontDatabase>
#include <QTextOption>

#include <algorithm>

namespace huiyin {

namespace {

/// A family that may be used without being asked for: not one whose text comes out of a PDF as
/// radicals, and not one of coloured pictures.
bool mayStepIn(const QString &family)
{
    const bool radicals =
        family.contains(QLatin1String("CJK")) || family.startsWith(QLatin1String("Source Han"));
    return !radicals && !family.contains(QLatin1String("Color")) &&
           !family.endsWith(QLatin1String("Emoji"));
}

bool isInvisible(char32_t character)
{
    const auto category = QChar::category(character);
    return category == QChar::Other_Format || (character >= 0xFE00 && character <= 0xFE0F) ||
           character == 0x200D;
}

/// A sign of the same meaning that simpler fonts have; 0 if there is none.
char32_t standIn(char32_t character)
{
    switch (character) {
    case U'☐':
        return U'□';
    case U'☑':
        return U'■';
    case U'￥':
        return U'¥';
    case U'＿':
        return U'_';
    default:
        return 0;
    }
}

QString codePoint(char32_t character)
{
    return QStringLiteral("[U+%1]")
        .arg(static_cast<uint>(character), 4, 16, QLatin1Char('0'))
        .toUpper();
}

} // namespace

QStringList PrintFonts::wanted()
{
    return {QStringLiteral("FangSong"),
            QStringLiteral("FangSong_GB2312"),
            QStringLiteral("仿宋"),
            QStringLiteral("仿宋_GB2312"),
            QStringLiteral("STFangsong"),
            QStringLiteral("SimSun"),
            QStringLiteral("NSimSun"),
            QStringLiteral("宋体"),
            QStringLiteral("STSong"),
            QStringLiteral("AR PL UMing CN"),
            QStringLiteral("WenQuanYi Micro Hei"),
            QStringLiteral("文泉驿微米黑"),
            QStringLiteral("WenQuanYi Zen Hei"),
            QStringLiteral("文泉驿正黑")};
}

PrintFonts::PrintFonts()
    : PrintFonts(QFontDatabase::families())
{
}

PrintFonts::PrintFonts(const QStringList &installed)
{
    const auto first = [&](const QStringList &chain) {
        const auto it = std::find_if(chain.cbegin(), chain.cend(), [&](const QString &family) {
            return installed.contains(family);
        });
        return it == chain.cend() ? QString() : *it;
    };
    m_body = first(wanted());
    if (m_body.isEmpty()) {
        // Any Chinese family is better than none, at last one whose PDFs cannot be searched.
        for (const bool searchable : {true, false}) {
            const auto any =
                std::find_if(installed.cbegin(), installed.cend(), [&](const QString &family) {
                    return mayStepIn(family) == searchable && has(family, U'汉');
                });
            m_body = m_body.isEmpty() && any != installed.cend() ? *any : m_body;
        }
        m_replaced = !m_body.isEmpty();
    }
    m_title = first({QStringLiteral("方正小标宋简体"),
                     QStringLiteral("FZXiaoBiaoSong-B05S"),
                     QStringLiteral("SimHei"),
                     QStringLiteral("黑体"),
                     QStringLiteral("STHeiti"),
                     QStringLiteral("WenQuanYi Micro Hei"),
                     QStringLiteral("文泉驿微米黑"), // its name under a Chinese locale
                     QStringLiteral("WenQuanYi Zen Hei"),
                     QStringLiteral("文泉驿正黑")});
    if (m_title.isEmpty()) {
        m_title = m_body;
    }
    m_others = {QStringLiteral("DejaVu Sans"),
                m_body,
                m_title,
                QStringLiteral("AR PL UMing CN"),
                QStringLiteral("AR PL UMing TW"),
                QStringLiteral("WenQuanYi Micro Hei"),
                QStringLiteral("文泉驿微米黑"),
                QStringLiteral("HanaMinA"),
                QStringLiteral("HanaMinB"),
                QStringLiteral("BabelStone Han")};
    m_others.removeAll(QString());
    m_others.removeIf([&](const QString &family) { return !installed.contains(family); });
}

QFont PrintFonts::font(const QString &family, double pt, bool bold) const
{
    QFont font(family);
    font.setPixelSize(std::max(1, qRound(pt * 25.4 / 72 * kUnitsPerMm)));
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::StyleStrategy(QFont::NoFontMerging | QFont::PreferAntialias));
    return font;
}

bool PrintFonts::has(const QString &family, char32_t character)
{
    auto it = m_raw.find(family);
    if (it == m_raw.end()) {
        it = m_raw.insert(family, QRawFont::fromFont(font(family, 10, false)));
    }
    return it->isValid() && it->supportsCharacter(static_cast<uint>(character));
}

QString PrintFonts::familyFor(char32_t character, const QString &main)
{
    if (has(main, character)) {
        return main;
    }
    if (const auto it = m_found.constFind(character); it != m_found.cend()) {
        return *it;
    }
    const auto search = [&] {
        return std::find_if(m_others.cbegin(), m_others.cend(), [&](const QString &family) {
            return has(family, character);
        });
    };
    auto it = search();
    if (it == m_others.cend() && !m_othersListed) {
        m_othersListed = true;
        for (const QString &family : QFontDatabase::families()) {
            if (!m_others.contains(family) && QFontDatabase::isScalable(family) &&
                mayStepIn(family)) {
                m_others << family;
            }
        }
        it = search();
    }
    const QString family = it == m_others.cend() ? QString() : *it;
    m_found.insert(character, family);
    return family;
}

/// The text with tabs and controls made printable, and the ranges that another family sets.
QString PrintFonts::prepared(const QString &text,
                             const QString &main,
                             QVector<QTextLayout::FormatRange> &runs,
                             double pt,
                             bool bold)
{
    QString out;
    QString previous = main;
    const auto append = [&](const QString &piece, const QString &family) {
        if (family != main) {
            if (!runs.isEmpty() && runs.last().start + runs.last().length == out.size() &&
                previous == family) {
                runs.last().length += static_cast<int>(piece.size());
            } else {
                QTextLayout::FormatRange range;
                range.start = static_cast<int>(out.size());
                range.length = static_cast<int>(piece.size());
                range.format.setFont(font(family, pt, bold));
                runs.append(range);
            }
        }
        out += piece;
        previous = family;
    };
    const auto characters = text.toUcs4();
    for (const uint unit : characters) {
        const char32_t character = unit;
        if (character == U'\t') {
            append(QStringLiteral("    "), main);
        } else if (QChar::category(character) == QChar::Other_Control) {
            append(QStringLiteral(" "), main);
        } else if (isInvisible(character)) {
            append(QString::fromUcs4(&character, 1), previous);
        } else if (QChar::isMark(character) && has(previous, character)) {
            append(QString::fromUcs4(&character, 1), previous);
        } else if (const QString family = familyFor(character, main); !family.isEmpty()) {
            append(QString::fromUcs4(&character, 1), family);
        } else if (const char32_t other = standIn(character);
                   other != 0 && !familyFor(other, main).isEmpty()) {
            append(QString::fromUcs4(&other, 1), familyFor(other, main));
        } else {
            const QString shown = QChar::isSurrogate(character) ? codePoint(character)
                                                                : QString::fromUcs4(&character, 1);
            if (!m_missing.contains(shown)) {
                m_missing << shown;
            }
            append(codePoint(character), main);
        }
    }
    return out;
}

QVector<InkLine> PrintFonts::breakText(const QString &text, double widthMm, double pt, Face face)
{
    QVector<InkLine> lines;
    if (text.isEmpty()) {
        return lines;
    }
    const bool bold = face == Face::Title;
    const QString main = face == Face::Title ? m_title : m_body;
    QString unified = text;
    unified.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    unified.replace(QLatin1Char('\r'), QLatin1Char('\n'));
    unified.replace(QChar::LineSeparator, QLatin1Char('\n'));
    unified.replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
    for (const QString &paragraph : unified.split(QLatin1Char('\n'))) {
        QVector<QTextLayout::FormatRange> runs;
        const QString words = prepared(paragraph, main, runs, pt, bold);
        const auto layout = std::make_shared<QTextLayout>(words, font(main, pt, bold));
        QTextOption option(Qt::AlignLeft | Qt::AlignAbsolute);
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout->setTextOption(option);
        layout->setFormats(runs);
        layout->setCacheEnabled(true);
        layout->beginLayout();
        for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
            line.setLineWidth(std::max(1.0, widthMm * kUnitsPerMm));
            lines.append({layout,
                          line.lineNumber(),
                          line.naturalTextWidth() / kUnitsPerMm,
                          pt,
                          bold,
                          words.mid(line.textStart(), line.textLength())});
        }
        layout->endLayout();
    }
    return lines;
}

double PrintFonts::widthOf(const QString &text, double pt, Face face)
{
    double width = 0;
    for (const InkLine &line : breakText(text, 1e5, pt, face)) {
        width = std::max(width, line.width);
    }
    return width;
}

QVector<InkLine> PrintFonts::fitText(const QString &text, double widthMm, double pt, Face face)
{
    const double natural = widthOf(text, pt, face);
    const double fitted = natural <= widthMm ? pt : std::max(6.0, pt * widthMm / natural * 0.995);
    return breakText(text, natural <= widthMm ? natural + 1 : widthMm, fitted, face);
}

} // namespace huiyin
