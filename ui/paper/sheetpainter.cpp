// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <paper/boxtext.h>
#include <paper/gridpages.h>
#include <paper/ledgerpages.h>
#include <paper/letterpages.h>
#include <paper/masking.h>
#include <paper/repeatrows.h>
#include <paper/sheetpainter.h>
#include <paper/signorder.h>
#include <paper/surround.h>

namespace huiyin {

namespace {

BoxStyle boxStyle(const Sheet &sheet, const SheetValues &values)
{
    return {sheet.size,
            sheet.style == SheetStyle::Letter ? letterPitch(sheet) : PrintFonts::pitch(sheet.size),
            {{QStringLiteral("organisation"), values.organisation},
             {QStringLiteral("period"), values.period}}};
}

/// The values with the document's own numbers put where the sheet looks for them, masked where that
/// is wanted; nothing for a blank form.
SheetValues completed(SheetValues values, const Sheet &sheet, const FieldCatalogue &catalogue)
{
    if (values.blank) {
        values.fields = {};
        values.rows.clear();
        return values;
    }
    const auto fill = [&](const QString &field, const QString &text) {
        if (!text.isEmpty() && values.fields.value(field).toString().isEmpty()) {
            values.fields.insert(field, text);
        }
    };
    fill(QStringLiteral("complaintNo"), values.caseNo);
    fill(QStringLiteral("docNo"), values.docNo);
    const FieldWords words(catalogue, values.language);
    const QJsonObject given = values.fields;
    for (auto it = sheet.defaults.cbegin(); it != sheet.defaults.cend(); ++it) {
        fill(it.key(), words.filled(it.value(), given));
    }
    if (values.maskAll) {
        values.fields = maskedFields(values.fields, catalogue);
        for (QJsonObject &row : values.rows) {
            row = maskedFields(row, catalogue);
        }
    }
    return values;
}

InkDocument laidOut(const Sheet &sheet, const FieldCatalogue &catalogue, const SheetValues &values)
{
    PrintFonts fonts;
    const FieldWords words(catalogue, values.language);
    const BoxSetter box(fonts, words, catalogue, boxStyle(sheet, values));
    const SheetSurround surround(sheet, values, catalogue, words, fonts);
    const SheetInput input{sheet, catalogue, values, words, box, surround, fonts};
    const Findings unordered = signOrderFindings(sheet, values.fields, words);
    const QVector<InkPage> pages = sheet.isLedger()                    ? ledgerPages(input)
                                   : sheet.style == SheetStyle::Letter ? letterPages(input)
                                                                       : gridPages(input);
    InkDocument document;
    document.paper = surround.paper();
    const QString number = values.fields
                               .value(sheet.docCode.isEmpty() ? QStringLiteral("complaintNo")
                                                              : QStringLiteral("docNo"))
                               .toString();
    document.title = values.blank || number.isEmpty()
                         ? surround.title()
                         : surround.title() + QLatin1Char(' ') + number;
    const QStringList copies = values.copies.isEmpty() ? QStringList{QString()} : values.copies;
    const int total = static_cast<int>(pages.size());
    for (int copy = 0; copy < copies.size(); ++copy) {
        for (int i = 0; i < total; ++i) {
            InkPage page = pages.at(i);
            surround.drawFoot(page, i + 1, total);
            surround.drawCopy(page, copies.at(copy), copy);
            surround.drawMarks(page, !unordered.isEmpty());
            document.pages.append(page);
        }
    }
    document.findings += unordered;
    reportFonts(fonts, document);
    return document;
}

} // namespace

InkDocument layOutSheets(const Sheet &sheet,
                         const FieldCatalogue &catalogue,
                         const QVector<SheetValues> &documents)
{
    InkDocument all;
    for (const SheetValues &values : documents) {
        InkDocument one = layOutSheet(sheet, catalogue, values);
        one.pages = all.pages + one.pages;
        for (const Finding &finding : std::as_const(one.findings)) {
            if (!all.findings.contains(finding)) {
                all.findings.append(finding);
            }
        }
        one.findings = all.findings;
        all = one;
    }
    return all;
}

InkDocument
layOutSheet(const Sheet &sheet, const FieldCatalogue &catalogue, const SheetValues &values)
{
    const SheetValues whole = completed(values, sheet, catalogue);
    const Sheet written = withEntries(sheet, whole.fields);
    return laidOut(written, catalogue, whole);
}

} // namespace huiyin
