// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/theme.h>
#include <paper/sheetpainter.h>
#include <window/banner.h>
#include <window/heading.h>
#include <window/inkview.h>
#include <window/regulationtables.h>
#include <window/sheetspage.h>

#include <QComboBox>
#include <QCompleter>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QTableWidget>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace huiyin {

namespace {

constexpr double kListHan = 13;
constexpr int kPauseMs = 300; ///< after the last key, before the text is read anew

enum Column { Zh, En, Height };

} // namespace

SheetsPage::SheetsPage(Shell &shell, QWidget *parent)
    : Page(shell, parent)
    , m_said(new Banner(this))
    , m_list(new QListWidget(this))
    , m_name(new Heading(1.15, this))
    , m_standing(new QLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_editor(new QPlainTextEdit(this))
    , m_faults(plainTable(tr("Faults"), this))
    , m_view(new InkView(this))
    , m_reason(new QLineEdit(this))
    , m_save(new QPushButton(
          Theme::icon(QStringLiteral("device-floppy")), tr("Save as a new version"), this))
    , m_restore(new QPushButton(tr("Back to the built-in form"), this))
    , m_soon(new QTimer(this))
{
    const auto unit = spacingUnit(font());
    m_list->setAccessibleName(tr("Paper forms"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setSpacing(unit / 2);
    m_list->setFixedWidth(static_cast<int>(hanWidth(font()) * kListHan));
    m_standing->setWordWrap(true);
    m_standing->setTextFormat(Qt::PlainText);
    m_editor->setAccessibleName(tr("Text of the form"));
    m_editor->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_editor->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_editor->setTabChangesFocus(true);
    m_faults->setWordWrap(true);
    m_reason->setPlaceholderText(tr("Why it is changed (kept with the version)"));
    m_reason->setAccessibleName(tr("Why it is changed"));
    m_view->setAccessibleName(tr("The form as it will be printed"));
    m_soon->setSingleShot(true);
    m_soon->setInterval(kPauseMs);

    auto *rowsPane = new QWidget(m_tabs);
    addRowTools(rowsPane);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setAccessibleName(tr("Ways to change the form"));
    m_tabs->addTab(rowsPane, tr("Rows"));
    m_tabs->addTab(m_editor, tr("Text"));
    m_tabs->addTab(m_faults, tr("Faults"));

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(unit * 2);
    buttons->addWidget(m_save);
    buttons->addWidget(m_restore);
    buttons->addStretch();
    auto *middlePane = new QWidget(this);
    auto *middle = new QVBoxLayout(middlePane);
    middle->setContentsMargins(unit * 3, unit * 2, unit * 2, unit * 2);
    middle->addWidget(m_name);
    middle->addWidget(m_standing);
    middle->addWidget(m_tabs, 1);
    middle->addWidget(m_reason);
    middle->addLayout(buttons);
    auto *split = new QSplitter(this);
    split->setChildrenCollapsible(false);
    split->addWidget(middlePane);
    split->addWidget(m_view);
    split->setStretchFactor(0, 5);
    split->setStretchFactor(1, 4);
    split->setSizes({5000, 4000});
    auto *across = new QHBoxLayout;
    across->setContentsMargins(unit * 2, unit * 2, 0, 0);
    across->setSpacing(0);
    across->addWidget(m_list);
    across->addWidget(split, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_said);
    column->addLayout(across, 1);
    setFocusProxy(m_list);

    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        keep();
        load();
    });
    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_filling) {
            m_soon->start();
        }
    });
    connect(m_soon, &QTimer::timeout, this, &SheetsPage::look);
    connect(m_save, &QPushButton::clicked, this, &SheetsPage::save);
    connect(m_restore, &QPushButton::clicked, this, &SheetsPage::restore);
    connect(&shell.desk, &Desk::sheetsChanged, this, &SheetsPage::refresh);
    refresh();
}

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
    m_add = new QPushButton(Theme::icon(QStringLiteral("plus")), tr("Add row below"), pane);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(unit * 2);
    tools->addWidget(m_up);
    tools->addWidget(m_down);
    tools->addStretch();
    tools->addWidget(m_field, 1);
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
    connect(m_rows, &QTreeWidget::currentItemChanged, this, [this] {
        const int row = chosenRow();
        const bool open = SheetEdit(m_text, m_shell.library->catalogue).isOpen();
        m_up->setEnabled(open && row > 0);
        m_down->setEnabled(open && row >= 0 && row + 1 < m_rows->topLevelItemCount() - 1);
        m_add->setEnabled(open && row >= 0);
    });
}

QString SheetsPage::title() const { return tr("Paper forms"); }

QString SheetsPage::iconName() const { return QStringLiteral("file-text"); }

QList<QWidget *> SheetsPage::panes() const { return {m_list, m_tabs, m_view}; }

QString SheetsPage::draftKey() const { return QStringLiteral("sheetDraft/") + m_id; }

/// What is not saved is there again when the form is opened next.
void SheetsPage::keep()
{
    if (m_soon->isActive()) {
        look();
    }
    if (!m_id.isEmpty()) {
        m_shell.settings.setLast(draftKey(),
                                 m_text == m_saved ? QString() : QString::fromUtf8(m_text));
    }
}

void SheetsPage::refresh()
{
    const QString before = m_id;
    keep();
    m_id.clear();
    {
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        const bool chinese = m_shell.language == Language::Chinese;
        int row = 0;
        for (const auto &sheet : m_shell.desk.sheets()) {
            const bool own = m_shell.desk.hasOwnSheet(sheet.id);
            auto words = QStringLiteral("%1  %2").arg(sheet.id, chinese ? sheet.zh : sheet.en);
            if (own) {
                words += QStringLiteral("\n") + tr("own, version %1").arg(sheet.version);
            }
            auto *item = new QListWidgetItem(words, m_list);
            item->setData(Qt::UserRole, sheet.id);
            auto letters = item->font();
            letters.setBold(own);
            item->setFont(letters);
            row = sheet.id == before ? m_list->count() - 1 : row;
        }
        m_list->setCurrentRow(row);
    }
    load();
}

void SheetsPage::choose(const QString &id)
{
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->data(Qt::UserRole).toString() == id) {
            m_list->setCurrentRow(i);
        }
    }
}

void SheetsPage::load()
{
    const auto *item = m_list->currentItem();
    if (item == nullptr || item->data(Qt::UserRole).toString() == m_id) {
        return;
    }
    m_soon->stop();
    m_id = item->data(Qt::UserRole).toString();
    const auto sheet = m_shell.desk.sheets().value(m_id);
    const bool chinese = m_shell.language == Language::Chinese;
    m_name->setText(m_id + QStringLiteral("  ") + (chinese ? sheet.zh : sheet.en));
    QString standing = tr("Built-in form, version %1.").arg(sheet.version);
    for (const auto &one : m_shell.desk.sheetEditions(m_id)) {
        if (m_shell.desk.hasOwnSheet(m_id) && one.version == sheet.version) {
            standing =
                tr("The organisation's own, version %1, %2%3")
                    .arg(QString::number(one.version),
                         one.at.toLocalText().left(16).replace(QLatin1Char('T'), QLatin1Char(' ')),
                         one.reason.isEmpty() ? QString() : QStringLiteral(" · ") + one.reason);
        }
    }
    m_standing->setText(standing);
    m_restore->setEnabled(m_shell.desk.hasOwnSheet(m_id));
    m_reason->clear();
    m_said->dismiss();
    SheetEdit edit(m_shell.desk.sheetText(m_id).value(), m_shell.library->catalogue);
    edit.setVersion(m_shell.desk.nextSheetVersion(m_id));
    m_saved = edit.toml();
    const auto kept = m_shell.settings.last(draftKey()).toUtf8();
    take(kept.isEmpty() ? m_saved : kept);
    if (!kept.isEmpty()) {
        m_said->say(tr("Your changes of last time, not yet saved."), Severity::Hint);
        m_said->offer(tr("Throw them away"), [this] {
            m_said->dismiss();
            take(m_saved);
        });
    }
}

/// Shows a text everywhere: rows, words, faults, page.
void SheetsPage::take(const QByteArray &text)
{
    m_text = text;
    m_filling = true;
    if (m_editor->toPlainText().toUtf8() != text) {
        m_editor->setPlainText(QString::fromUtf8(text));
    }
    showRows();
    m_filling = false;
    const QString file = m_id + QStringLiteral(".toml");
    const auto findings = m_shell.desk.checkSheet(m_text, file);
    showFaults(findings);
    m_save->setEnabled(m_text != m_saved && !refuses(findings));
    const auto reading =
        readSheet(m_text, file, m_shell.library->catalogue, m_shell.library->sheets);
    if (!reading.sheet) {
        return; // the page keeps what was last right
    }
    SheetValues values;
    values.blank = true;
    values.organisation = m_shell.desk.officeName();
    values.language = m_shell.language;
    m_view->setDocument(layOutSheet(*reading.sheet, m_shell.library->catalogue, values));
}

void SheetsPage::look()
{
    m_soon->stop();
    take(m_editor->toPlainText().toUtf8());
}

void SheetsPage::showRows()
{
    const SheetEdit edit(m_text, m_shell.library->catalogue);
    const int row = chosenRow();
    QVector<bool> opened;
    for (int i = 0; i < m_rows->topLevelItemCount(); ++i) {
        opened.append(m_rows->topLevelItem(i)->isExpanded());
    }
    const QSignalBlocker blocker(m_rows);
    m_rows->clear();
    const auto childOf = [](QTreeWidgetItem *parent, const SheetEdit::Words &words) {
        auto *item = new QTreeWidgetItem(parent, {words.zh, words.en});
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        item->setToolTip(Zh, words.field);
    };
    for (int i = 0; i < edit.rows().size(); ++i) {
        const auto &one = edit.rows().at(i);
        QStringList zh;
        QStringList en;
        for (const auto &words : one.words) {
            zh << QString(words.zh).remove(QLatin1Char('\n'));
            en << QString(words.en).replace(QLatin1Char('\n'), QLatin1Char(' '));
        }
        auto *item =
            new QTreeWidgetItem(m_rows,
                                {tr("%1. %2").arg(i + 1).arg(zh.join(QStringLiteral("、"))),
                                 en.join(QStringLiteral(", ")),
                                 QString::number(one.height)});
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        if (edit.isOpen()) {
            item->setCheckState(Zh, one.hidden ? Qt::Unchecked : Qt::Checked);
        }
        if (one.required) {
            item->setFlags(item->flags() & ~Qt::ItemIsUserCheckable);
            item->setToolTip(Zh, tr("Holds a required field: it cannot be hidden."));
        }
        if (one.hidden) {
            item->setForeground(Zh, palette().placeholderText());
            item->setForeground(En, palette().placeholderText());
        }
        for (const auto &words : one.words) {
            childOf(item, words);
        }
        item->setExpanded(opened.value(i));
    }
    if (!edit.rows().isEmpty()) {
        auto *item = new QTreeWidgetItem(m_rows, {tr("Title"), QString(), QString()});
        childOf(item, edit.title());
        item->setExpanded(opened.value(static_cast<int>(opened.size()) - 1));
    }
    m_rows->setCurrentItem(m_rows->topLevelItem(row));
    m_note->setText(
        edit.rows().isEmpty()
            ? tr("This form has no rows of its own: it is a variant of another form, or its text "
                 "cannot be read. Change it in its text.")
        : edit.isOpen()
            ? tr("Double-click words to change them. A row without its tick is not printed.")
            : tr("Of a register only the words are changed here: double-click them."));
    m_field->setEnabled(edit.isOpen());
    if (m_field->count() == 0) {
        for (const auto &def : m_shell.library->catalogue.fields()) {
            if (def.type != FieldType::List && def.type != FieldType::Seal) {
                m_field->addItem(
                    QStringLiteral("%1  %2").arg(
                        m_shell.language == Language::Chinese ? def.zh : def.en, def.id),
                    def.id);
            }
        }
        m_field->setCurrentIndex(-1);
    }
    emit m_rows->currentItemChanged(m_rows->currentItem(), nullptr);
}

void SheetsPage::showFaults(const Findings &findings)
{
    RegulationTable faults{{tr("Line"), tr("Column"), tr("What is wrong")}, 2, {}};
    for (const auto &finding : findings) {
        const auto sentence = m_shell.sentence(finding);
        faults.rows.append({{finding.line > 0 ? QString::number(finding.line) : QString(),
                             finding.column > 0 ? QString::number(finding.column) : QString(),
                             sentence},
                            sentence,
                            false});
    }
    fillTable(m_faults, faults);
    const auto place = m_tabs->indexOf(m_faults);
    m_tabs->setTabVisible(place, !findings.isEmpty());
    m_tabs->setTabText(place, tr("Faults (%1)").arg(findings.size()));
}

int SheetsPage::chosenRow() const
{
    auto *item = m_rows->currentItem();
    if (item != nullptr && item->parent() != nullptr) {
        item = item->parent();
    }
    return m_rows->indexOfTopLevelItem(item);
}

/// Words are edited where they stand alone, the height at its row.
void SheetsPage::beginEdit(QTreeWidgetItem *item, int column)
{
    const bool words = item->parent() != nullptr;
    const bool title = !words && item->text(Height).isEmpty();
    if (words ? column != Height : column == Height && !title) {
        m_rows->editItem(item, column);
    }
}

void SheetsPage::edited(QTreeWidgetItem *item, int column)
{
    SheetEdit edit(m_text, m_shell.library->catalogue);
    const auto *parent = item->parent();
    const int row = m_rows->indexOfTopLevelItem(parent != nullptr ? item->parent() : item);
    const auto language = column == En ? Language::English : Language::Chinese;
    if (parent != nullptr) {
        const QString words = item->text(column).trimmed();
        const bool title = row == edit.rows().size();
        const bool done = !words.isEmpty() &&
                          (title ? edit.setTitle(language, words)
                                 : edit.setWords(row, parent->indexOfChild(item), language, words));
        if (!done) {
            refuse(words.isEmpty()
                       ? tr("Words cannot be empty; take the tick from the row to hide it.")
                       : tr("These words run over several lines of the text; change them there."));
        }
    } else if (column == Height) {
        bool number = false;
        const double height = item->text(Height).toDouble(&number);
        if (number) {
            edit.setHeight(row, height);
        } else {
            refuse(tr("The height is a number of millimetres, such as 9 or 12.5."));
        }
    } else if (column == Zh && item->data(Zh, Qt::CheckStateRole).isValid()) {
        edit.setHidden(row, item->checkState(Zh) == Qt::Unchecked);
    }
    // The tree is not torn down under its own signal.
    QTimer::singleShot(0, this, [this, text = edit.toml()] { take(text); });
}

void SheetsPage::moveRow(int by)
{
    SheetEdit edit(m_text, m_shell.library->catalogue);
    const int row = chosenRow();
    if (row < 0 || row + by < 0 || row + by >= edit.rows().size()) {
        return;
    }
    edit.move(row, by < 0 ? row - 1 : row + 2);
    take(edit.toml());
    m_rows->setCurrentItem(m_rows->topLevelItem(row + by));
}

void SheetsPage::addRow()
{
    const QString typed = m_field->currentText().trimmed();
    const int place = m_field->findText(typed);
    if (place < 0) {
        refuse(tr("Choose a field of the list for the new row."));
        return;
    }
    SheetEdit edit(m_text, m_shell.library->catalogue);
    const int row = std::min<int>(chosenRow(), static_cast<int>(edit.rows().size()) - 1);
    if (row < 0) {
        return;
    }
    edit.add(row, m_field->itemData(place).toString());
    take(edit.toml());
    m_rows->setCurrentItem(m_rows->topLevelItem(row + 1));
}

void SheetsPage::save()
{
    if (waits([this] { save(); })) {
        return;
    }
    const QByteArray text = m_text;
    m_saved = text; // what is saved is no draft any more
    const auto outcome = m_shell.desk.adoptSheet(text, m_reason->text());
    answer(outcome, tr("Saved. New cases are taken down on it; earlier ones keep their version."));
}

void SheetsPage::restore()
{
    if (waits([this] { restore(); })) {
        return;
    }
    m_text = m_saved;
    m_editor->setPlainText(QString::fromUtf8(m_saved));
    m_soon->stop();
    answer(m_shell.desk.restoreSheet(m_id, m_reason->text()),
           tr("The built-in form is in force again; the own versions are kept."));
}

void SheetsPage::answer(const Result<Outcome> &outcome, const QString &done)
{
    if (!outcome) {
        m_saved.clear();
        refuse(m_shell.sentence(outcome.error()));
    } else if (refuses(outcome->findings)) {
        m_saved.clear();
        showFaults(outcome->findings);
        refuse(m_shell.sentence(outcome->findings.first()));
    } else {
        m_said->say(done, Severity::Hint);
        m_said->offerDismissal();
    }
}

void SheetsPage::refuse(const QString &sentence)
{
    m_said->say(sentence, Severity::Refusal);
    m_said->offerDismissal();
}

} // namespace huiyin
