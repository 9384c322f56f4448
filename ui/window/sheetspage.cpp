// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/followselection.h>
#include <forms/tabnames.h>
#include <forms/theme.h>
#include <paper/sheetpainter.h>
#include <window/banner.h>
#include <window/heading.h>
#include <window/inkview.h>
#include <window/regulationtables.h>
#include <window/sheetspage.h>

#include <QFontDatabase>
#include <QHBoxLayout>
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
    nameTabs(*m_tabs, tr("Ways to change the form"));
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
    followSelection(m_list);
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
        if (m_shell.desk.hasOwnSheet(m_id) && one.version == sheet.version &&
            one.edition == sheet.edition) {
            standing =
                tr("The organisation's own, version %1, %2%3")
                    .arg(QString::number(one.version),
                         one.at.toLocalText().left(16).replace(QLatin1Char('T'), QLatin1Char(' ')),
                         one.reason.isEmpty() ? QString() : QStringLiteral(" · ") + one.reason);
        }
    }
    m_standing->setText(standing);
    const bool hasOwn = m_shell.desk.hasOwnSheet(m_id);
    if (!hasOwn && focusWidget() == m_restore) {
        m_list->setFocus(); // a button that goes grey would hand the focus out of the page
    }
    m_restore->setEnabled(hasOwn);
    m_reason->clear();
    m_said->dismiss();
    // A variant is opened whole, with the rows of the form it starts from.
    QByteArray text = m_shell.desk.sheetText(m_id).value();
    if (!sheet.base.isEmpty()) {
        text = unfoldedSheet(text, m_shell.desk.sheetText(sheet.base, -1).value());
    }
    SheetEdit edit(text, m_shell.library->catalogue);
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
