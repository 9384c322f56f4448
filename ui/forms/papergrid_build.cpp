// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/accesskeys.h>
#include <forms/attachcell.h>
#include <forms/inlinemessage.h>
#include <forms/optioncell.h>
#include <forms/papergrid.h>
#include <forms/partscell.h>
#include <forms/signcell.h>
#include <forms/textcell.h>

#include <algorithm>

namespace huiyin {

namespace {

/// Millimetres of one handwritten line: how many lines a box of the paper holds.
constexpr double kLineMm = 9;

bool wideType(FieldType type)
{
    return type == FieldType::Memo || type == FieldType::Multi || type == FieldType::List;
}

} // namespace

QString PaperGrid::words(const QString &zh, const QString &en) const
{
    return m_house.ground.language == Language::Chinese ? zh : en.isEmpty() ? zh : en;
}

PaperGrid::PaperGrid(const FormHouse &house,
                     const Sheet &sheet,
                     const QStringList &parts,
                     const QStringList &extra,
                     QWidget *parent)
    : QWidget(parent)
    , m_house(house)
    , m_sheetKey(sheet.key())
{
    buildPaper(sheet, parts, extra);
    finish();
}

PaperGrid::PaperGrid(const FormHouse &house,
                     const QStringList &fields,
                     const QStringList &required,
                     QWidget *parent)
    : QWidget(parent)
    , m_house(house)
    , m_paper(false)
{
    for (const QString &field : fields) {
        SheetCell cell;
        cell.kind = CellKind::Field;
        cell.field = field;
        cell.required = required.contains(field);
        cell.fast = true;
        addUnit(cell, fieldLabel(m_house.ground, field), 3 * kLineMm);
    }
    finish();
}

PaperGrid::~PaperGrid()
{
    for (const PaperUnit &unit : m_units) {
        if (unit.cell) {
            unit.cell->edited = {};
            unit.cell->left = {};
            unit.cell->walked = {};
        }
    }
    // A cell that is left looks at the house; that must happen while there is one.
    if (QWidget *within = focusWidget()) {
        within->clearFocus();
    }
}

Cell *PaperGrid::makeCell(const FieldDef &field,
                          const SheetCell &part,
                          const QString &label,
                          double rowHeight)
{
    const bool chinese = m_house.ground.language == Language::Chinese;
    const int lines = std::clamp(int(rowHeight / kLineMm), 2, 4);
    const auto options = [&](const QVector<Choice> &all) {
        QVector<std::pair<QString, QString>> choices;
        const auto add = [&](const Choice &choice) {
            choices.append({choice.id, chinese ? choice.zh : choice.en});
        };
        for (const QString &id : part.options) {
            const auto found = std::find_if(
                all.cbegin(), all.cend(), [&id](const Choice &choice) { return choice.id == id; });
            if (found != all.cend()) {
                add(*found);
            }
        }
        for (const Choice &choice : all) {
            if (!part.options.contains(choice.id)) {
                add(choice);
            }
        }
        return choices;
    };
    switch (field.type) {
    case FieldType::Enum:
    case FieldType::Multi: {
        const CodeList *list = m_house.ground.library->catalogue.choicesOf(field.id);
        QVector<Choice> all = list ? list->choices : QVector<Choice>();
        if (field.id == QLatin1String("kind") && !m_house.regulation.kinds.isEmpty()) {
            QVector<Choice> kinds;
            for (const KindRule &kind : m_house.regulation.kinds) {
                if (const Choice *choice = list ? list->byId(kind.id) : nullptr) {
                    kinds.append(*choice);
                }
            }
            all = kinds;
        }
        return new OptionCell(field.type == FieldType::Multi ? OptionCell::Mode::Many
                                                             : OptionCell::Mode::One,
                              options(all),
                              int(part.options.size()),
                              this);
    }
    case FieldType::Bool:
        return new OptionCell(OptionCell::Mode::Flag, {{QStringLiteral("true"), label}}, 1, this);
    case FieldType::Memo:
        return new MemoCell(field, m_house, part.grow ? lines : part.newLine ? 1 : 2, this);
    case FieldType::Dept:
    case FieldType::Person:
        return new NameEdit(field, m_house, this);
    case FieldType::Phone:
        return new PhoneEdit(field, m_house, this);
    case FieldType::Date:
    case FieldType::DateTime:
        return new DateTimeEdit(field, m_house, this);
    case FieldType::Sign:
        return new SignCell(field, m_house, this);
    case FieldType::Attach:
        return new AttachCell(this);
    case FieldType::List:
        return new PartsCell(m_house, this);
    case FieldType::Text:
        if (field.id == QLatin1String("category") && !m_house.regulation.categories.isEmpty()) {
            QVector<std::pair<QString, QString>> choices;
            for (const CategoryRule &category : m_house.regulation.categories) {
                choices.append({category.zh, category.zh});
            }
            return new OptionCell(OptionCell::Mode::One, choices, 0, this);
        }
        if (field.id == QLatin1String("complainantName") ||
            field.id == QLatin1String("companyName") || field.id == QLatin1String("productName")) {
            return new NameEdit(field, m_house, this);
        }
        [[fallthrough]];
    default:
        return new TextCell(field, m_house, this);
    }
}

int PaperGrid::addUnit(const SheetCell &part, const QString &label, double rowHeight)
{
    const int index = int(m_units.size());
    PaperUnit unit;
    unit.field = part.field;
    unit.label = QString(label).replace(
        u'\n', m_house.ground.language == Language::Chinese ? QString() : QStringLiteral(" "));
    unit.required = part.required && !part.readOnly;
    unit.share = std::max(1, part.columnSpan);
    const FieldDef *field = m_house.ground.library->catalogue.field(part.field);
    unit.wide = field && wideType(field->type);
    unit.grow = field && field->type == FieldType::Memo;
    if (part.fast && !part.readOnly) {
        unit.fastKey = part.fastOrder > 0 ? part.fastOrder * 10 : 5000 + index;
    }
    if (field && !part.readOnly) {
        unit.cell = makeCell(*field, part, unit.label, rowHeight);
        QWidget *editor = unit.cell->editor();
        editor->setObjectName(part.field);
        editor->setAccessibleName(unit.label);
        unit.message = new InlineMessage(this);
        unit.cell->edited = [this, index] {
            if (!m_filling) {
                recheck(index);
                emit edited(m_units[size_t(index)].field);
            }
        };
        unit.cell->left = [this, index] {
            PaperUnit &here = m_units[size_t(index)];
            if (!here.spoken || here.severity != Severity::Refusal) {
                const Findings doubts = here.cell->doubts();
                say(index,
                    doubts.isEmpty() ? QString()
                                     : m_house.ground.library->texts.sentence(
                                           doubts.first(), m_house.ground.language),
                    doubts.isEmpty() ? Severity::Hint : Severity::Warning);
            }
            emit fieldLeft(here.field);
        };
        unit.cell->walked = [this, index](Walk direction) { walk(index, direction); };
        unit.cell->previous = [this, index] {
            return m_previous.value(m_units[size_t(index)].field);
        };
        editor->installEventFilter(this);
        if (auto *button = qobject_cast<QPushButton *>(editor)) {
            connect(button, &QPushButton::clicked, this, [this, id = part.field] {
                emit attachRequested(id);
            });
        }
    }
    m_units.push_back(std::move(unit));
    if (!m_unitOf.contains(part.field)) {
        m_unitOf.insert(part.field, index);
    }
    return index;
}

void PaperGrid::buildPaper(const Sheet &sheet, const QStringList &parts, const QStringList &extra)
{
    m_layout.columns = sheet.columns;
    const auto wanted = [&](int row) {
        return parts.isEmpty() || (row < sheet.rows.size() && parts.contains(sheet.rows[row].part));
    };
    // Fields the regulation asks for besides the sheet's stand above the first box that grows.
    int extraAt = int(sheet.rows.size());
    for (const SheetCell &cell : sheet.cells) {
        if (cell.grow && wanted(cell.row)) {
            extraAt = std::min(extraAt, cell.row);
        }
    }
    const int extraRows = int(extra.size() + 1) / 2;
    QVector<int> rowOf(sheet.rows.size(), -1);
    int rows = 0;
    int extraRow = -1;
    for (int r = 0; r < sheet.rows.size(); ++r) {
        if (r == extraAt) {
            extraRow = rows;
            rows += extraRows;
        }
        if (wanted(r)) {
            rowOf[r] = rows++;
        }
    }
    if (extraRow < 0) {
        extraRow = rows;
        rows += extraRows;
    }
    m_layout.rows = rows;

    const auto labelOf = [&](const SheetCell &cell) {
        if (!cell.zh.isEmpty()) {
            return words(cell.zh, cell.en);
        }
        return fieldLabel(m_house.ground, cell.field);
    };
    QHash<QString, QString> labels;
    for (const SheetCell &cell : sheet.cells) {
        if (cell.kind == CellKind::Label && !cell.field.isEmpty() && !labels.contains(cell.field) &&
            cell.row < rowOf.size() && rowOf[cell.row] >= 0) {
            labels.insert(cell.field, labelOf(cell));
        }
    }
    int fastBeforeStory = 0;
    const auto addExtra = [&] {
        for (int i = 0; i < extra.size(); ++i) {
            const bool alone = i + 1 == extra.size() && i % 2 == 0;
            const int column = i % 2 == 0 ? 0 : m_layout.columns / 2;
            const int labelSpan = std::max(1, m_layout.columns / 6);
            const int fieldSpan = (alone ? m_layout.columns : m_layout.columns / 2) - labelSpan;
            SheetCell cell;
            cell.kind = CellKind::Field;
            cell.field = extra[i];
            cell.required = m_house.regulation.intakeNeeds.contains(extra[i]);
            cell.fast = true;
            PaperBox tag{extraRow + i / 2,
                         column,
                         1,
                         labelSpan,
                         fieldLabel(m_house.ground, extra[i]),
                         extra[i],
                         false,
                         false,
                         {}};
            PaperBox box{
                extraRow + i / 2, column + labelSpan, 1, fieldSpan, {}, {}, false, false, {}};
            const int unit = addUnit(cell, tag.text, kLineMm);
            m_units[size_t(unit)].fastKey = std::max(1, fastBeforeStory - 5 + i);
            box.lines = {{unit}};
            m_layout.boxes.append(tag);
            m_layout.boxes.append(box);
        }
    };
    bool extraDone = false;
    for (const SheetCell &cell : sheet.cells) {
        if (cell.row >= rowOf.size() || rowOf[cell.row] < 0) {
            continue;
        }
        if (!extraDone && cell.row >= extraAt) {
            for (const SheetCell &story : sheet.cells) {
                if (story.row == extraAt && story.fastOrder > 0) {
                    fastBeforeStory = story.fastOrder * 10;
                }
            }
            addExtra();
            extraDone = true;
        }
        PaperBox box{rowOf[cell.row],
                     cell.column,
                     cell.rowSpan,
                     cell.columnSpan,
                     {},
                     {},
                     cell.vertical,
                     cell.grow,
                     {}};
        const double height = sheet.rows[cell.row].height;
        const auto sign = [&] {
            if (!cell.sign.isEmpty()) {
                SheetCell mark;
                mark.kind = CellKind::Field;
                mark.field = cell.sign;
                const int unit =
                    addUnit(mark,
                            cell.signZh.isEmpty() ? fieldLabel(m_house.ground, cell.sign)
                                                  : words(cell.signZh, cell.signEn),
                            height);
                m_units[size_t(unit)].inner = m_units[size_t(unit)].label;
                m_units[size_t(unit)].signs = true;
                box.lines.append(QVector<int>{unit});
            }
        };
        switch (cell.kind) {
        case CellKind::Label:
        case CellKind::Text:
            box.text = labelOf(cell);
            box.labels = cell.field;
            break;
        case CellKind::Field: {
            SheetCell shaped = cell;
            const QString label = labels.value(cell.field, labelOf(cell));
            const int unit = addUnit(shaped, label, height);
            box.lines = {{unit}};
            sign();
            break;
        }
        case CellKind::Fields:
            for (const SheetCell &part : cell.parts) {
                if (part.field.isEmpty()) {
                    continue;
                }
                SheetCell shaped = part;
                shaped.grow = cell.grow && cell.parts.size() == 1;
                const QString label =
                    part.bare ? labels.value(part.field, labelOf(part)) : labelOf(part);
                const int unit = addUnit(shaped, label, height);
                const FieldDef *field = m_house.ground.library->catalogue.field(part.field);
                auto *made = m_units[size_t(unit)].cell;
                auto *line = made ? qobject_cast<QLineEdit *>(made->editor()) : nullptr;
                if (part.bare && line && line->placeholderText().isEmpty()) {
                    line->setPlaceholderText(label); // nothing else says what goes here
                }
                if (!part.bare && !(field && field->type == FieldType::Bool)) {
                    m_units[size_t(unit)].inner = m_units[size_t(unit)].label;
                }
                const bool freshLine = part.newLine || box.lines.isEmpty();
                if (freshLine) {
                    box.lines.append(QVector<int>());
                }
                box.lines.last().append(unit);
            }
            sign();
            break;
        }
        if (box.lines.isEmpty() && box.text.isEmpty()) {
            box.text = QStringLiteral(" ");
        }
        m_layout.boxes.append(box);
    }
    if (!extraDone) {
        addExtra();
    }
}

void PaperGrid::finish()
{
    QWidget *before = nullptr;
    for (const PaperUnit &unit : m_units) {
        if (unit.cell) {
            if (before) {
                setTabOrder(before, unit.cell->editor());
            }
            before = unit.cell->editor();
        }
    }
    m_accessKeys = m_paper ? accessKeys(fieldOrder()) : QHash<QString, QChar>();
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

} // namespace huiyin
