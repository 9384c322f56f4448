// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The tree of rows and columns, and what is done to them.

#include <forms/followselection.h>
#include <forms/theme.h>
#include <forms/wraprow.h>
#include <window/sheetspage.h>

#include <QComboBox>
#include <QCompleter>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace huiyin {

namespace {

constexpr int kLine = Qt::UserRole;
constexpr int kIndex = Qt::UserRole + 1;

} // namespace

void SheetsPage::addRowTools(QWidget *pane)
{
    const auto unit = spacingUnit(font());
    m_rows = new QTreeWidget(pane);
    m_rows->setAccessibleName(tr("Rows of the form"));
    m_rows->setHeaderLabels({tr("Chinese words"), tr("English words"), tr("Height (mm)")});
    m_rows->setFrameShape(QFrame::NoFrame);
    m_rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_rows->setUniformRowHeights(true);
    m_rows->setTabKeyNavigation(false);
    m_rows->header()->setSectionResizeMode(Zh, QHeaderView::Stretch);
    m_rows->header()->setSectionResizeMode(En, QHeaderView::Stretch);
    m_rows->header()->setSectionResizeMode(Height, QHeaderView::ResizeToContents);
    m_rows->header()->setStretchLastSection(false);
    m_note = new QLabel(pane);
    m_note->setWordWrap(true);
    m_up = new QPushButton(tr("Up"), pane);
    m_down = new QPushButton(tr("Down"), pane);
    m_field = new QComboBox(pane);
    m_field->setAccessibleName(tr("Field of the new row"));
    m_field->setEditable(true);
    m_field->setInsertPolicy(QComboBox::NoInsert);
    m_field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_field->setMinimumContentsLength(10);
    m_field->completer()->setFilterMode(Qt::MatchContains);
    m_field->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_field->lineEdit()->setPlaceholderText(tr("Field"));
    m_field->lineEdit()->setAccessibleName(m_field->accessibleName());
    m_label = new QLineEdit(pane);
    m_label->setPlaceholderText(tr("Its label"));
    m_label->setAccessibleName(tr("Label of the new row"));
    m_label->setToolTip(tr("Empty: the field's own name. A field of your own needs one."));
    m_add = new QPushButton(Theme::icon(QStringLiteral("plus")), tr("Add row below"), pane);
    auto *tools = new WrapRow;
    tools->setSpacing(unit * 2);
    tools->addWidget(m_up);
    tools->addWidget(m_down);
    tools->addStretch();
    tools->addWidget(m_field);
    tools->addWidget(m_label);
    tools->addWidget(m_add);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, unit, 0, unit);
    column->addWidget(m_note);
    column->addWidget(m_rows, 1);
    column->addLayout(tools);
    connect(m_rows, &QTreeWidget::itemChanged, this, &SheetsPage::edited);
    connect(m_rows, &QTreeWidget::itemActivated, this, &SheetsPage::beginEdit);
    connect(m_rows, &QTreeWidget::itemDoubleClicked, this, &SheetsPage::beginEdit);
    connect(m_up, &QPushButton::clicked, this, [this] { moveRow(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { moveRow(1); });
    connect(m_add, &QPushButton::clicked, this, &SheetsPage::addRow);
    connect(m_label, &QLineEdit::returnPressed, this, &SheetsPage::addRow);
    connect(m_rows, &QTreeWidget::currentItemChanged, this, &SheetsPage::showTools);
    followSelection(m_rows);
}

void SheetsPage::showTools()
{
    const auto edit = sheetEdit();
    const auto *item = chosenItem();
    const int index = item == nullptr ? -1 : indexOf(item);
    const bool column = item != nullptr && lineOf(item) == Line::Column;
    const bool row = item != nullptr && lineOf(item) == Line::Row && edit.isOpen();
    const auto count = static_cast<int>(column ? edit.columns().size() : edit.rows().size());
    m_up->setEnabled((column || row) && index > 0);
    m_down->setEnabled((column || row) && index + 1 < count);
    m_add->setEnabled(column || row);
    m_up->setText(column ? tr("Left") : tr("Up"));
    m_down->setText(column ? tr("Right") : tr("Down"));
    m_add->setText(edit.columns().isEmpty() ? tr("Add row below") : tr("Add column behind"));
}

SheetEdit SheetsPage::sheetEdit() const { return {m_text, m_shell.library->catalogue}; }

void SheetsPage::addItem(Line line,
                         int index,
                         const QStringList &texts,
                         const QVector<SheetEdit::Words> &words)
{
    auto *item = new QTreeWidgetItem(m_rows, texts);
    item->setFlags(item->flags() | Qt::ItemIsEditable);
    item->setData(Zh, kLine, static_cast<int>(line));
    item->setData(Zh, kIndex, index);
    for (const auto &one : words) {
        auto *child = new QTreeWidgetItem(item, {one.zh, one.en});
        child->setFlags(child->flags() | Qt::ItemIsEditable);
        child->setToolTip(Zh, one.field);
    }
}

SheetsPage::Line SheetsPage::lineOf(const QTreeWidgetItem *item)
{
    return static_cast<Line>(item->data(Zh, kLine).toInt());
}

int SheetsPage::indexOf(const QTreeWidgetItem *item) { return item->data(Zh, kIndex).toInt(); }

void SheetsPage::showRows()
{
    const auto edit = sheetEdit();
    const auto *before = chosenItem();
    const std::pair chosen{before == nullptr ? Line::Row : lineOf(before),
                           before == nullptr ? -1 : indexOf(before)};
    QVector<std::pair<Line, int>> opened;
    for (int i = 0; i < m_rows->topLevelItemCount(); ++i) {
        if (m_rows->topLevelItem(i)->isExpanded()) {
            opened.append({lineOf(m_rows->topLevelItem(i)), indexOf(m_rows->topLevelItem(i))});
        }
    }
    {
        const QSignalBlocker blocker(m_rows);
        m_rows->clear();
        const auto last = [&] { return m_rows->topLevelItem(m_rows->topLevelItemCount() - 1); };
        const auto tick = [&](bool hidden) {
            last()->setCheckState(Zh, hidden ? Qt::Unchecked : Qt::Checked);
            if (hidden) {
                last()->setForeground(Zh, palette().placeholderText());
                last()->setForeground(En, palette().placeholderText());
            }
        };
        for (int i = 0; i < edit.columns().size(); ++i) {
            const auto &one = edit.columns().at(i);
            addItem(Line::Column,
                    i,
                    {QString(one.zh).remove(QLatin1Char('\n')),
                     QString(one.en).replace(QLatin1Char('\n'), QLatin1Char(' ')),
                     QString::number(one.span)},
                    {});
            tick(one.hidden);
        }
        const auto [head, line] = edit.columnRows();
        for (int i = 0; i < edit.rows().size(); ++i) {
            const auto &one = edit.rows().at(i);
            if (i == head || i == line) {
                continue; // told by its columns
            }
            QStringList zh;
            QStringList en;
            for (const auto &words : one.words) {
                zh << QString(words.zh).remove(QLatin1Char('\n'));
                en << QString(words.en).replace(QLatin1Char('\n'), QLatin1Char(' '));
            }
            addItem(Line::Row,
                    i,
                    {tr("%1. %2").arg(i + 1).arg(zh.join(QStringLiteral("、"))),
                     en.join(QStringLiteral(", ")),
                     QString::number(one.height)},
                    one.words);
            if (edit.isOpen()) {
                tick(one.hidden);
            }
            if (one.required) {
                last()->setFlags(last()->flags() & ~Qt::ItemIsUserCheckable);
                last()->setToolTip(Zh, tr("Holds a required field: it cannot be hidden."));
            }
        }
        if (!edit.rows().isEmpty()) {
            addItem(Line::Title, 0, {tr("Title"), QString(), QString()}, {edit.title()});
        }
        for (const auto &[kind, index] : std::as_const(opened)) {
            for (int i = 0; i < m_rows->topLevelItemCount(); ++i) {
                auto *item = m_rows->topLevelItem(i);
                if (lineOf(item) == kind && indexOf(item) == index) {
                    item->setExpanded(true);
                }
            }
        }
        choose(chosen.first, chosen.second);
    }
    const bool columns = !edit.columns().isEmpty();
    m_rows->headerItem()->setText(Height, columns ? tr("Width / height") : tr("Height (mm)"));
    m_note->setText(
        edit.rows().isEmpty() ? tr("The text of this form cannot be read; mend it in its text.")
        : edit.isOpen()
            ? tr("Double-click words to change them. A row without its tick is not printed.")
        : columns ? tr("Columns come first: double-click words or width to change them. A column "
                       "without its tick is not printed.")
                  : tr("Of this register only the words are changed here: double-click them."));
    m_field->setEnabled(edit.isOpen() || columns);
    m_label->setEnabled(m_field->isEnabled());
    fillFields();
    showTools();
}

/// The fields a new row may hold, those of the organisation's own first.
void SheetsPage::fillFields()
{
    if (m_field->count() > 0) {
        return;
    }
    for (const bool own : {true, false}) {
        for (const auto &def : m_shell.library->catalogue.fields()) {
            if (def.type != FieldType::List && def.type != FieldType::Seal &&
                SheetEdit::isOwnField(def.id) == own) {
                m_field->addItem(
                    QStringLiteral("%1  %2").arg(
                        m_shell.language == Language::Chinese ? def.zh : def.en, def.id),
                    def.id);
            }
        }
    }
    m_field->setCurrentIndex(-1);
}

QTreeWidgetItem *SheetsPage::chosenItem() const
{
    auto *item = m_rows->currentItem();
    return item != nullptr && item->parent() != nullptr ? item->parent() : item;
}

void SheetsPage::choose(Line line, int index)
{
    for (int i = 0; i < m_rows->topLevelItemCount(); ++i) {
        auto *item = m_rows->topLevelItem(i);
        if (lineOf(item) == line && indexOf(item) == index) {
            m_rows->setCurrentItem(item);
        }
    }
}

/// Words are edited where they stand alone, the height at its row.
void SheetsPage::beginEdit(QTreeWidgetItem *item, int column)
{
    const bool words = item->parent() != nullptr;
    const bool whole = !words && lineOf(item) == Line::Column;
    const bool title = !words && lineOf(item) == Line::Title;
    if (whole || (words ? column != Height : column == Height && !title)) {
        m_rows->editItem(item, column);
    }
}

void SheetsPage::editWords(SheetEdit &edit, const QTreeWidgetItem *item, int column)
{
    const auto *parent = item->parent();
    const auto language = column == En ? Language::English : Language::Chinese;
    const QString words = item->text(column).trimmed();
    if (words.isEmpty()) {
        refuse(tr("Words cannot be empty; take the tick from the row to hide it."));
    } else if (parent == nullptr) {
        edit.setColumnWords(indexOf(item), language, words);
    } else if (!(lineOf(parent) == Line::Title
                     ? edit.setTitle(language, words)
                     : edit.setWords(
                           indexOf(parent),
                           parent->indexOfChild(const_cast<QTreeWidgetItem *>(item)), // Qt's own
                           language,
                           words))) {
        refuse(tr("These words run over several lines of the text; change them there."));
    }
}

/// The height of a row, the width of a column.
void SheetsPage::editMeasure(SheetEdit &edit, const QTreeWidgetItem *item)
{
    bool number = false;
    const double measure = item->text(Height).toDouble(&number);
    if (lineOf(item) == Line::Column) {
        if (!number || !edit.setColumnSpan(indexOf(item), static_cast<int>(measure))) {
            refuse(tr("The width is a whole number of parts, and every other column keeps one."));
        }
    } else if (number) {
        edit.setHeight(indexOf(item), measure);
    } else {
        refuse(tr("The height is a number of millimetres, such as 9 or 12.5."));
    }
}

void SheetsPage::edited(QTreeWidgetItem *item, int column)
{
    auto edit = sheetEdit();
    const bool whole = item->parent() == nullptr;
    const bool isColumn = whole && lineOf(item) == Line::Column;
    const QVariant tick = item->data(Zh, Qt::CheckStateRole);
    const bool hidden = tick.isValid() && item->checkState(Zh) == Qt::Unchecked;
    if (whole && column == Height) {
        editMeasure(edit, item);
    } else if (isColumn && column == Zh && edit.columns().at(indexOf(item)).hidden != hidden) {
        edit.setColumnHidden(indexOf(item), hidden);
    } else if (!whole || isColumn) {
        editWords(edit, item, column);
    } else if (column == Zh && tick.isValid()) {
        edit.setHidden(indexOf(item), hidden);
    }
    // The tree is not torn down under its own signal.
    QTimer::singleShot(0, this, [this, text = edit.toml()] { take(text); });
}

void SheetsPage::moveRow(int by)
{
    auto edit = sheetEdit();
    const auto *item = chosenItem();
    if (item == nullptr || lineOf(item) == Line::Title) {
        return;
    }
    const Line line = lineOf(item);
    const int index = indexOf(item);
    const auto count =
        static_cast<int>(line == Line::Column ? edit.columns().size() : edit.rows().size());
    if (index + by < 0 || index + by >= count) {
        return;
    }
    const int before = by < 0 ? index - 1 : index + 2;
    if (line == Line::Column) {
        edit.moveColumn(index, before);
    } else {
        edit.move(index, before);
    }
    take(edit.toml());
    choose(line, index + by);
}

void SheetsPage::addRow()
{
    const int place = m_field->findText(m_field->currentText().trimmed());
    const auto *item = chosenItem();
    if (place < 0 || item == nullptr) {
        refuse(tr("Choose a field of the list for the new row."));
        return;
    }
    const QString field = m_field->itemData(place).toString();
    const QString label = m_label->text().trimmed();
    if (SheetEdit::isOwnField(field) && label.isEmpty()) {
        refuse(tr("Name the field of your own: its label is what people read."));
        m_label->setFocus();
        return;
    }
    auto edit = sheetEdit();
    const bool columns = !edit.columns().isEmpty();
    const Line line = columns ? Line::Column : Line::Row;
    const auto count = static_cast<int>(columns ? edit.columns().size() : edit.rows().size());
    const int behind = lineOf(item) == line ? indexOf(item) : count - 1;
    if (behind < 0) {
        return;
    }
    if (!columns) {
        edit.add(behind, field, label, label);
    } else if (!edit.addColumn(behind, field, label, label)) {
        refuse(tr("There is no room for another column; hide one, or make one narrower."));
        return;
    }
    m_label->clear();
    take(edit.toml());
    choose(line, behind + 1);
}

} // namespace huiyin
