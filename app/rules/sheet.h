// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/field.h>
#include <domain/finding.h>

#include <QByteArray>
#include <QMap>
#include <QSizeF>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace huiyin {

enum class CellKind { Label, Field, Text, Fields };

/// One cell of a paper form: a label, a field, fixed words, or several small label+field parts in
/// one box (部门: 人员: 商品/服务:).
struct SheetCell
{
    CellKind kind = CellKind::Label;
    int row = 0, column = 0, rowSpan = 1, columnSpan = 1; ///< on the layout grid
    QString field;                                        ///< id of the labelled or shown field
    QString zh, en; ///< label text; defaults to the catalogue's
    QString show;   ///< printed form of a value: date, time, dateTime, monthDay…; empty = by type
    bool fast = false; ///< stop of the Enter path
    int fastOrder =
        0; ///< place on the Enter path, from 1; 0 = by place on the sheet (`fast = true`)
    bool required = false;
    bool grow = false; ///< takes the free height; on screen a multi-line editor
    bool tick = false; ///< prints all choices as ☐/☑
    bool vertical = false;
    bool readOnly = false;
    QString sign;           ///< field of the signature inside the box, empty if none
    QString signZh, signEn; ///< its label: 记录人签名
    QString prefix, suffix; ///< fixed words around the value on paper: 共 … 份
    QStringList optionsZh;  ///< short Chinese words printed for `options`, in the same order; empty
                            ///< = the list's own
    QStringList optionsEn;  ///< the same in English
    QStringList options;    ///< choices printed in this order; a chosen one beyond them is printed
                            ///< too. Empty = all
    bool mask = false;      ///< masked where the case is confidential
    bool bare = false;      ///< of a part: its value is printed without its label
    bool newLine =
        false; ///< of a part: starts a new line of the box; its columnSpan is its share of the line
    bool lastPage = false;    ///< of a foot row: filled on the last page only (签名)
    QString align;            ///< left, centre, right; empty = by kind
    QVector<SheetCell> parts; ///< of CellKind::Fields
    QStringList prose,
        proseEn;    ///< running text with blanks, a paragraph each; `parts` are then its fields
    QString list;   ///< of a repeated row: the list field whose entry it shows
    int entry = -1; ///< which entry, from 0
    QString of;     ///< of a report: the figures set beside the period's own, see figureFields()
};

struct SheetRow
{
    double height = 9; ///< mm, at least
    QString
        part; ///< id of the part of the form the row belongs to: intake, routing, handling, after
    bool breakBefore = false; ///< starts the back page (正面登记、背面处理)
    QString repeat;           ///< list field: the row is printed once for each of its entries
    int atLeast = 1;          ///< of a repeated row: entries there is room for on a blank form
    bool head = false;        ///< head of repeated rows, printed again where they go on
};

/// How a sheet is printed: 表单, a grid of boxes, or 公文, an official letter of 22 lines by 28
/// characters without rules.
enum class SheetStyle { Form, Letter };

/// A place in the order of signing.
struct SignPlace
{
    QString field;
    bool optional = false; ///< may stay empty though a later one is signed
    bool byHand = false;   ///< signed on the paper itself: no step waits for it
};

/// A paper form described once, for screen and print. Loaded from resources/sheets/*.toml.
struct Sheet
{
    QString id; ///< `F-01`
    int version = 1;
    QString edition; ///< of an organisation's own copy: which one of that version, since two
                     ///< offices may make the same number; empty for the built-in form
    QString zh, en;
    QString base;  ///< sheet this one is a variant of, empty if none
    QString paper; ///< A4, A4-landscape, A5-landscape
    SheetStyle style = SheetStyle::Form;
    double marginTop = 20, marginRight = 18, marginBottom = 18, marginLeft = 25; ///< mm
    int columns = 12; ///< equal parts of the text width
    QStringList rules;
    QString docCode; ///< ZB, YQ: follow-up number suffix; empty for the case's own number
    QVector<SheetRow> rows;
    QVector<SheetCell> cells; ///< every cell with its place; row order then column order
    int headRows = 0;         ///< repeated on each page
    int listRow = -1;         ///< row repeated per list entry (ledger), -1 if none
    QStringList kinds;        ///< of a ledger: the kinds of case it lists, empty = all
    QString period;           ///< month, week, year …: it is of a period, not of a case
    QString each; ///< of a ledger: a line for every time this field was written; empty = per case
    QMap<QString, QString> rates;    ///< field → what stops the clocks whose keeping it tells
    QMap<QString, QString> defaults; ///< field → words it prints where the case says nothing
    QStringList copies;              ///< names of the copies (联)
    QVector<SignPlace> signOrder;    ///< who signs before whom
    QString markZh, markEn;          ///< words at the upper right corner: 内部保密
    QString footerZh, footerEn;      ///< words in the middle of the foot line
    double size = 10.5;              ///< pt of labels and entries
    QVector<SheetCell> header; ///< the line between title and frame, left to right: 单位 日期 编号

    /// A register of many cases, not a form of one.
    [[nodiscard]] bool isLedger() const { return listRow >= 0; }

    /// Of a month, a week …: a register or a report, not a form of one case.
    [[nodiscard]] bool isOfPeriod() const { return isLedger() || !period.isEmpty(); }

    /// A complaint can be taken down on it.
    [[nodiscard]] bool takesComplaints() const;

    /// Every field the sheet shows, signs and header included, each once.
    [[nodiscard]] QStringList shownFields() const;

    /// Width and height of the paper in mm.
    [[nodiscard]] QSizeF paperSize() const;

    /// The stops of the Enter path in their order.
    [[nodiscard]] QVector<const SheetCell *> fastPath() const;

    /// `F-02/2`, with its edition `F-02/2-1a2b3c`.
    [[nodiscard]] QString key() const;
};

struct SheetReading
{
    std::optional<Sheet> sheet; ///< nothing if any finding refuses
    Findings findings; ///< all faults with line and column: unknown key or field, overlapping or
                       ///< missing cells, no fast path in an intake sheet …
};

/// Reads and checks a sheet description. Cells are placed left to right, rows top to bottom, around
/// row spans. \param bases sheets a variant may start from
[[nodiscard]] SheetReading readSheet(const QByteArray &toml,
                                     const QString &fileName,
                                     const FieldCatalogue &catalogue,
                                     const QMap<QString, Sheet> &bases = {});

struct SheetFile
{
    QString name; ///< `F-01.toml`
    QByteArray toml;
};

struct SheetsReading
{
    QMap<QString, Sheet> sheets; ///< by id
    Findings findings;           ///< all faults of all files
};

/// Reads the sheets of a folder, variants after the sheets they start from.
[[nodiscard]] SheetsReading readSheets(const QVector<SheetFile> &files,
                                       const FieldCatalogue &catalogue);

/// The schema document, printed from the table that readSheet checks against.
[[nodiscard]] QString sheetSchema();

} // namespace huiyin
