// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/intakeform.h>
#include <forms/papergrid.h>
#include <forms/theme.h>
#include <rules/sheetoffers.h>
#include <window/banner.h>
#include <window/intakepage.h>

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace huiyin {

namespace {

/// The form chosen last is remembered for each regulation: another one has forms of its own.
QString chosenSheetKey(const Shell &shell)
{
    return QStringLiteral("intakeSheet-") + shell.desk.regulation().id;
}

} // namespace

IntakePage::IntakePage(Shell &shell, QWidget *parent)
    : Page(shell, parent)
    , m_said(new Banner(this))
    , m_picker(new QWidget(this))
    , m_sheet(new QComboBox(m_picker))
    , m_column(new QVBoxLayout(this))
{
    const auto unit = spacingUnit(font());
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_said);
    auto *row = new QHBoxLayout(m_picker);
    row->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(tr("&Paper form"), m_picker);
    label->setBuddy(m_sheet);
    row->setSpacing(unit * 2);
    row->addWidget(label);
    row->addWidget(m_sheet);
    const bool chinese = shell.language == Language::Chinese;
    for (const auto &id : intakeSheets(shell.desk.regulation(), shell.desk.sheets())) {
        const auto sheet = shell.desk.sheets().value(id);
        m_sheet->addItem(QStringLiteral("%1  %2").arg(id, chinese ? sheet.zh : sheet.en), id);
    }
    m_sheet->setAccessibleName(tr("Paper form"));
    m_sheet->setFocusPolicy(Qt::TabFocus);
    const auto last = shell.settings.last(chosenSheetKey(shell));
    if (m_sheet->findData(last) >= 0) {
        m_sheet->setCurrentIndex(m_sheet->findData(last));
    }
    connect(m_sheet, &QComboBox::activated, this, [this] {
        changeSheet(m_sheet->currentData().toString());
    });
    build(m_sheet->currentData().toString());
}

void IntakePage::build(const QString &sheetId)
{
    if (m_form) {
        m_picker->setParent(this); // it outlives the form
        m_form->hide();
        m_form->setParent(nullptr);
        m_form->deleteLater(); // its own button may have led here
    }
    auto house = m_shell.house();
    for (const auto &field : std::as_const(m_asked)) {
        if (!house.regulation.intakeNeeds.contains(field)) {
            house.regulation.intakeNeeds.append(field);
        }
    }
    m_form = new IntakeForm(std::move(house), m_shell.desk.sheets().value(sheetId), this);
    m_form->setPrevious(m_previous);
    m_form->setHeadTool(m_picker);
    m_column->addWidget(m_form, 1);
    connect(m_form, &IntakeForm::registerRequested, this, [this](const ComplaintDraft &draft) {
        record(draft, After::Show);
    });
    connect(m_form,
            &IntakeForm::registerAndNewRequested,
            this,
            [this](const ComplaintDraft &draft) { record(draft, After::StartNew); });
    connect(m_form, &IntakeForm::closeNowRequested, this, [this](const ComplaintDraft &draft) {
        record(draft, After::Close);
    });
    connect(m_form, &IntakeForm::openCaseRequested, this, &Page::caseWanted);
    connect(m_form, &IntakeForm::appendRequested, this, &Page::caseWanted);
    connect(m_form, &IntakeForm::attachRequested, this, &IntakePage::attach);
    connect(m_form, &IntakeForm::draftSaved, this, &IntakePage::draftSaved);
    connect(m_form, &IntakeForm::draftFailed, this, &IntakePage::draftFailed);
    connect(m_form, &IntakeForm::titleChanged, this, &Page::titleChanged);
    setFocusProxy(m_form);
    m_form->show();
}

void IntakePage::changeSheet(const QString &sheetId)
{
    m_form->saveNow();
    const auto kept = m_form->storedDraft();
    const bool blank = m_form->isBlank();
    build(sheetId);
    if (!blank) {
        m_form->resume(kept);
    }
    m_shell.settings.setLast(chosenSheetKey(m_shell), sheetId);
    m_form->setFocus();
    emit titleChanged();
}

void IntakePage::resume(const StoredDraft &draft)
{
    const auto sheetId = draft.draft.sheet.section(QLatin1Char('/'), 0, 0);
    const auto place = m_sheet->findData(sheetId);
    if (place >= 0 && place != m_sheet->currentIndex()) {
        m_sheet->setCurrentIndex(place);
        build(sheetId);
    }
    m_form->resume(draft);
    emit titleChanged();
}

void IntakePage::record(const ComplaintDraft &draft, After after)
{
    if (waits([this, after] { record(m_form->draft(), after); })) {
        m_said->say(
            tr("The case file is being written to by a long job. What you typed is kept; it "
               "is registered as soon as the file is free. The next call can be taken in a "
               "new tab (F2)."),
            Severity::Hint);
        return;
    }
    m_said->dismiss();
    auto outcome = after == After::Close ? m_shell.desk.recordAndClose(draft, draft.fields)
                                         : m_shell.desk.record(draft);
    if (!outcome) {
        // The text stays where it is; the bar stays until the next try.
        m_form->showError(outcome.error());
        return;
    }
    if (refuses(outcome->findings) || !outcome->caseFile) {
        if (after == After::Close) {
            askFor(outcome->findings);
        }
        m_form->showFindings(outcome->findings);
        return;
    }
    m_previous = draft.fields;
    m_form->recorded();
    if (!m_asked.isEmpty()) {
        m_asked.clear();
        build(m_sheet->currentData().toString());
    }
    m_form->setPrevious(m_previous);
    emit registered(*outcome->caseFile, after == After::StartNew);
}

void IntakePage::askFor(const Findings &findings)
{
    QStringList fields;
    for (const auto &finding : findings) {
        if (finding.severity == Severity::Refusal && !finding.field.isEmpty() &&
            m_shell.library->catalogue.field(finding.field) &&
            !m_form->grid()->cell(finding.field) && !fields.contains(finding.field)) {
            fields.append(finding.field);
        }
    }
    if (fields.isEmpty()) {
        return;
    }
    m_asked += fields;
    const auto kept = m_form->storedDraft();
    build(m_sheet->currentData().toString());
    m_form->resume(kept);
    emit titleChanged();
}

void IntakePage::sayRegistered(const CaseFile &caseFile)
{
    m_said->say(tr("Registered: %1").arg(caseFile.caseNo), Severity::Hint);
    m_said->offer(tr("Open"), [this, id = caseFile.id] { emit caseWanted(id); });
    m_said->offerDismissal();
    m_form->setFocus();
}

void IntakePage::attach()
{
    auto *dialog = new QFileDialog(
        this, tr("Attach files"), m_shell.settings.last(QStringLiteral("attachFolder")));
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::filesSelected, this, &IntakePage::keepFiles);
    dialog->open();
}

void IntakePage::keepFiles(const QStringList &paths)
{
    if (waits([this, paths] { keepFiles(paths); })) {
        emit said(tr("The files are attached as soon as the case file is free."));
        return;
    }
    for (const auto &path : paths) {
        const auto kept = m_shell.desk.log().keepFile(path);
        if (!kept) {
            m_form->showError(kept.error());
            return;
        }
        m_form->addAttachment(*kept);
        m_shell.settings.setLast(QStringLiteral("attachFolder"), QFileInfo(path).path());
    }
}

QString IntakePage::title() const { return m_form->tabTitle(); }

QString IntakePage::iconName() const { return QStringLiteral("clipboard-plus"); }

std::optional<CommandState> IntakePage::state(const QString &command) const
{
    for (const auto *mine : {"form.submit",
                             "form.submitAndNew",
                             "form.resolve",
                             "form.saveDraft",
                             "view.side",
                             "view.caller",
                             "view.deadlines",
                             "case.attach"}) {
        if (command == QLatin1String(mine)) {
            return CommandState{};
        }
    }
    if (command == QLatin1String("case.print") || command == QLatin1String("case.preview") ||
        command == QLatin1String("file.pdf")) {
        return CommandState{false, tr("Register the case first; then its form can be printed.")};
    }
    return std::nullopt;
}

void IntakePage::perform(const QString &command)
{
    if (command == QLatin1String("form.submit")) {
        m_form->submit();
    } else if (command == QLatin1String("form.submitAndNew")) {
        m_form->submitAndNew();
    } else if (command == QLatin1String("form.resolve")) {
        m_form->submitAndClose();
    } else if (command == QLatin1String("form.saveDraft")) {
        m_form->saveNow();
    } else if (command == QLatin1String("view.side")) {
        m_form->toggleSide();
    } else if (command == QLatin1String("view.caller")) {
        m_form->openSide(IntakeForm::Side::Caller);
    } else if (command == QLatin1String("view.deadlines")) {
        m_form->openSide(IntakeForm::Side::Deadlines);
    } else if (command == QLatin1String("case.attach")) {
        attach();
    }
}

QList<QWidget *> IntakePage::panes() const
{
    QList<QWidget *> panes = {m_form->grid()};
    if (m_form->sidePanel() && m_form->sidePanel()->isVisible()) {
        panes.append(m_form->sidePanel());
    }
    return panes;
}

void IntakePage::keep()
{
    if (!m_form->isBlank()) {
        m_form->saveNow();
    }
}

void IntakePage::refresh() { m_form->setGround(m_shell.ground()); }

} // namespace huiyin
