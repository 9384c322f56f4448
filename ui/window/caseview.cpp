// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/deadlinebox.h>
#include <forms/quietscroll.h>
#include <forms/theme.h>
#include <forms/wraprow.h>
#include <models/deadlinestate.h>
#include <rules/sheetoffers.h>
#include <window/accesspane.h>
#include <window/attachmentpane.h>
#include <window/banner.h>
#include <window/casedraft.h>
#include <window/caseview.h>
#include <window/compensationpane.h>
#include <window/documentpane.h>
#include <window/heading.h>
#include <window/penaltypane.h>
#include <window/previewpage.h>
#include <window/sheetpane.h>
#include <window/steppane.h>
#include <window/timelinepane.h>

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace huiyin {

namespace {

constexpr int kMostButtons = 4;
constexpr int kMostRelated = 6;
constexpr double kSideHan = 20;
constexpr double kEnglishLonger = 1.25;
constexpr double kSideFromHan = 72;

bool isPenaltyAction(const QString &action)
{
    return action == QLatin1String("penalize") || action.endsWith(QLatin1String("Penalty"));
}

bool isCompensation(const QString &action) { return action == QLatin1String("compensate"); }

bool isDocument(const QString &action)
{
    return action == QLatin1StringView(documentstep::kVoid) ||
           action == QLatin1StringView(documentstep::kReissue);
}

/// The built-in actions that have their own place on the page.
bool hasOwnPlace(const QString &action)
{
    return action == QLatin1String("amend") || action == QLatin1String("note") ||
           action == QLatin1String("attach") || isPenaltyAction(action) || isCompensation(action);
}

} // namespace

QString CaseView::stepFor(const QString &command, const QVector<StepOffer> &steps)
{
    QStringList wanted;
    if (command == QLatin1String("case.take")) {
        wanted = {QStringLiteral("receive"),
                  QStringLiteral("accept"),
                  QStringLiteral("take"),
                  QStringLiteral("investigate")};
    } else if (command == QLatin1String("case.forward")) {
        wanted = {QStringLiteral("transfer"), QStringLiteral("assign")};
    } else if (command == QLatin1String("case.visit")) {
        wanted = {QStringLiteral("visit")};
    } else if (command == QLatin1String("case.amend")) {
        wanted = {QStringLiteral("amend")};
    }
    // A step that can be taken now goes before one of the same family that cannot.
    for (const bool allowed : {true, false}) {
        for (const auto &action : std::as_const(wanted)) {
            for (const auto &step : steps) {
                if (step.action == action && step.allowed == allowed) {
                    return action;
                }
            }
        }
    }
    return {};
}

CaseView::CaseView(Shell &shell, CaseFile caseFile, QWidget *parent)
    : Page(shell, parent)
    , m_case(std::move(caseFile))
    , m_said(new Banner(this))
    , m_tabs(new QTabWidget(this))
    , m_splitter(new QSplitter(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_said);
    buildHead();
    m_sheetPane = new SheetPane(shell, this);
    m_stepPane = new StepPane(shell, this);
    m_attachmentPane = new AttachmentPane(shell, this);
    m_documentPane = new DocumentPane(shell, this);
    m_timelinePane = new TimelinePane(shell, this);
    m_accessPane = new AccessPane(shell, this);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_sheetPane, tr("Form"));
    m_tabs->addTab(m_stepPane, tr("Handling"));
    m_tabs->addTab(m_attachmentPane, tr("Attachments"));
    m_tabs->addTab(m_documentPane, tr("Documents"));
    m_tabs->addTab(m_timelinePane, tr("Timeline"));
    m_tabs->addTab(m_accessPane, tr("Access log"));
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the case"));
    m_splitter->addWidget(m_tabs);
    buildSide();
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    column->addWidget(m_splitter, 1);
    buildNoteLine();

    connect(m_stepPane, &StepPane::submitted, this, &CaseView::act);
    connect(m_stepPane, &StepPane::draftSaved, this, &Page::draftSaved);
    connect(m_stepPane, &StepPane::draftFailed, this, &Page::draftFailed);
    connect(m_stepPane, &StepPane::undoOffered, this, &Page::undoOffered);
    connect(m_sheetPane, &SheetPane::amended, this, [this](const QJsonObject &input) {
        act(QStringLiteral("amend"), input);
    });
    connect(m_sheetPane, &SheetPane::statesChanged, this, &Page::statesChanged);
    connect(m_sheetPane, &SheetPane::draftSaved, this, &Page::draftSaved);
    connect(m_sheetPane, &SheetPane::draftFailed, this, &Page::draftFailed);
    connect(m_sheetPane, &SheetPane::undoOffered, this, &Page::undoOffered);
    connect(m_documentPane, &DocumentPane::submitted, this, &CaseView::act);
    connect(m_documentPane, &DocumentPane::printWanted, this, &CaseView::print);
    connect(m_attachmentPane, &AttachmentPane::attachWanted, this, &CaseView::attach);
    connect(m_tabs, &QTabWidget::currentChanged, this, &Page::statesChanged);
    show(m_case);
    if (m_stepPane->dirty()) {
        m_tabs->setCurrentWidget(m_stepPane); // a step was begun here and not recorded
    } else if (m_penaltyPane && m_penaltyPane->dirty()) {
        m_tabs->setCurrentWidget(m_penaltyPane);
    } else if (m_compensationPane && m_compensationPane->dirty()) {
        m_tabs->setCurrentWidget(m_compensationPane);
    }
    setFocusProxy(m_tabs->tabBar()); // the arrows go through the parts at once
    m_sheetPane->resumeAmending();
}

void CaseView::buildHead()
{
    const auto unit = spacingUnit(font());
    auto *head = new QWidget(this);
    auto *row = new WrapRow(head);
    row->setContentsMargins(unit * 3, unit * 2, unit * 3, unit * 2);
    row->setSpacing(unit * 2);
    auto *words = new QVBoxLayout;
    words->setSpacing(unit / 2);
    m_number = new Heading(1.35, head);
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_words = new QLabel(head);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    words->addWidget(m_number);
    words->addWidget(m_words);
    row->addLayout(words);
    auto *buttons = new WrapRow;
    m_buttons = buttons;
    m_buttons->setSpacing(unit * 2);
    row->addLayout(buttons);
    m_print = new QPushButton(Theme::icon(QStringLiteral("printer")), tr("Print"), head);
    m_print->setAccessibleName(tr("Print"));
    m_print->setMenu(new QMenu(m_print));
    connect(m_print->menu(), &QMenu::aboutToShow, this, &CaseView::fillPrintMenu);
    row->addWidget(m_print);
    static_cast<QVBoxLayout *>(layout())->addWidget(head);
}

void CaseView::buildSide()
{
    const auto unit = spacingUnit(font());
    auto *inside = new QWidget;
    auto *scroll = quietScroll(inside, m_splitter);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(unit * 3, unit * 2, unit * 3, unit * 2);
    column->setSpacing(unit * 2);
    m_deadlines = new DeadlineBox(
        m_shell.ground(),
        [this](const Clock &clock) -> Result<QVector<CountedDay>> {
            auto stories = m_shell.desk.why(m_case, clock.id);
            if (!stories) {
                return stories.error();
            }
            // The latest run of a clock is the one the person sees.
            for (auto story = stories->crbegin(); story != stories->crend(); ++story) {
                if (story->clock.id == clock.id) {
                    return story->days;
                }
            }
            return QVector<CountedDay>();
        },
        inside);
    m_deadlines->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    column->addWidget(m_deadlines);
    auto *heading = new Heading(1, inside);
    heading->setText(tr("Same caller"));
    column->addWidget(heading);
    m_related = new QVBoxLayout;
    m_related->setSpacing(unit);
    column->addLayout(m_related);
    column->addStretch();
    m_side = scroll;
    m_splitter->addWidget(m_side);
}

void CaseView::buildNoteLine()
{
    const auto unit = spacingUnit(font());
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(unit * 3, unit, unit * 3, unit);
    row->setSpacing(unit * 2);
    auto *label = new QLabel(tr("N&ote"), line);
    m_note = new QLineEdit(line);
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("What was said or done; F8 keeps it in the timeline"));
    label->setBuddy(m_note);
    m_saveNote =
        new QPushButton(Theme::icon(QStringLiteral("device-floppy")), tr("Keep note"), line);
    m_saveNote->setAccessibleName(tr("Keep note"));
    row->addWidget(label);
    row->addWidget(m_note, 1);
    row->addWidget(m_saveNote);
    connect(m_note, &QLineEdit::returnPressed, this, &CaseView::saveNote);
    connect(m_saveNote, &QPushButton::clicked, this, &CaseView::saveNote);
    connect(m_note, &QLineEdit::textChanged, this, [this] {
        m_saveNote->setEnabled(!m_note->text().trimmed().isEmpty());
        emit statesChanged();
    });
    m_saveNote->setEnabled(false);
    m_noteDraft = new CaseDraft(
        m_shell,
        [this] {
            ComplaintDraft words;
            if (!m_note->text().trimmed().isEmpty()) {
                words.fields.insert(QStringLiteral("text"), m_note->text());
            }
            return words;
        },
        this);
    connect(m_noteDraft, &CaseDraft::saved, this, &Page::draftSaved);
    connect(m_noteDraft, &CaseDraft::failed, this, &Page::draftFailed);
    const auto drafts = CaseDraft::of(m_shell, m_case.id);
    const auto begun = drafts.constFind(QStringLiteral("note"));
    if (begun != drafts.cend()) {
        m_note->setText(begun->draft.fields.value(QLatin1String("text")).toString());
    }
    m_noteDraft->belongTo(m_case.id,
                          QStringLiteral("note"),
                          begun == drafts.cend() ? std::nullopt : std::optional(begun->id));
    connect(m_note, &QLineEdit::textEdited, m_noteDraft, &CaseDraft::touched);
    static_cast<QVBoxLayout *>(layout())->addWidget(line);
}

void CaseView::show(const CaseFile &caseFile)
{
    m_case = caseFile;
    m_steps = m_shell.desk.steps(m_case);
    const auto ground = m_shell.ground();
    m_number->setText(m_case.caseNo);
    QStringList words;
    for (const auto &word :
         {m_case.text(u"complainantName"),
          choiceLabel(ground, QStringLiteral("kind"), m_case.text(u"kind")),
          m_case.text(u"category"),
          choiceLabel(ground, QStringLiteral("severity"), m_case.text(u"severity")),
          stageWord()}) {
        if (!word.isEmpty()) {
            words.append(word);
        }
    }
    const auto department = m_case.text(u"assignedDept");
    if (!department.isEmpty()) {
        words.append(tr("responsible: %1").arg(department));
    }
    m_words->setText(words.join(QStringLiteral("  ·  ")));
    showButtons();
    m_sheetPane->showCase(m_case, m_steps);
    m_stepPane->showCase(m_case, m_steps);
    m_attachmentPane->showCase(m_case);
    m_timelinePane->showCase(m_case);
    m_documentPane->showCase(m_case);
    const auto documents = m_tabs->indexOf(m_documentPane);
    m_tabs->setTabVisible(documents, m_documentPane->count() > 0);
    m_tabs->setTabText(documents, tr("Documents %1").arg(m_documentPane->count()));
    m_accessPane->showCase(m_case);
    showMoneyTabs();
    m_tabs->setTabText(m_tabs->indexOf(m_attachmentPane),
                       m_case.attachments.isEmpty()
                           ? tr("Attachments")
                           : tr("Attachments %1").arg(m_case.attachments.size()));
    m_deadlines->setRegulation(m_shell.desk.regulationOf(m_case));
    m_deadlines->setGround(ground);
    m_deadlines->setClocks(m_case.clocks, false);
    m_deadlines->setVisible(!m_case.clocks.isEmpty());
    showRelated();
    emit titleChanged();
    emit statesChanged();
}

QString CaseView::stageWord() const
{
    const auto *stage = m_shell.desk.regulationOf(m_case).stage(m_case.stage);
    const auto own = stage == nullptr                        ? QString()
                     : m_shell.language == Language::Chinese ? stage->zh
                                                             : stage->en;
    return own.isEmpty() ? stageLabel(m_shell.ground(), m_case.stage) : own;
}

void CaseView::showMoneyTabs()
{
    const Regulation &regulation = m_shell.desk.regulationOf(m_case);
    if (!regulation.penalties.isEmpty() && !m_penaltyPane) {
        m_penaltyPane = new PenaltyPane(m_shell, this);
        m_tabs->insertTab(m_tabs->indexOf(m_stepPane) + 1, m_penaltyPane, tr("Penalties"));
        connect(m_penaltyPane, &PenaltyPane::submitted, this, &CaseView::act);
        connect(m_penaltyPane, &PenaltyPane::draftSaved, this, &Page::draftSaved);
        connect(m_penaltyPane, &PenaltyPane::draftFailed, this, &Page::draftFailed);
    }
    if (!regulation.compensations.isEmpty() && !m_compensationPane) {
        m_compensationPane = new CompensationPane(m_shell, this);
        m_tabs->insertTab(
            m_tabs->indexOf(m_attachmentPane), m_compensationPane, tr("Compensation"));
        connect(m_compensationPane, &CompensationPane::submitted, this, &CaseView::act);
        connect(m_compensationPane, &CompensationPane::draftSaved, this, &Page::draftSaved);
        connect(m_compensationPane, &CompensationPane::draftFailed, this, &Page::draftFailed);
        connect(m_compensationPane,
                &CompensationPane::printWanted,
                this,
                [this](const QString &sheetId) { print(sheetId); });
    }
    if (m_penaltyPane) {
        m_penaltyPane->showCase(m_case, m_steps);
    }
    if (m_compensationPane) {
        m_compensationPane->showCase(m_case, m_steps);
    }
}

void CaseView::refuse(const QString &action, const Findings &findings)
{
    if (action == QLatin1String("amend")) {
        m_sheetPane->showFindings(findings);
    } else if (isPenaltyAction(action) && m_penaltyPane) {
        m_penaltyPane->showFindings(findings);
    } else if (isCompensation(action) && m_compensationPane) {
        m_compensationPane->showFindings(findings);
    } else if (isDocument(action)) {
        m_documentPane->showFindings(findings);
    } else {
        m_stepPane->showFindings(findings);
    }
}

void CaseView::fail(const QString &action, const Error &error)
{
    if (action == QLatin1String("amend")) {
        m_sheetPane->showError(error);
    } else if (isPenaltyAction(action) && m_penaltyPane) {
        m_penaltyPane->showError(error);
    } else if (isCompensation(action) && m_compensationPane) {
        m_compensationPane->showError(error);
    } else if (isDocument(action)) {
        m_documentPane->showError(error);
    } else {
        m_stepPane->showError(error);
    }
}

void CaseView::showButtons()
{
    while (auto *item = m_buttons->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QVector<StepOffer> shown;
    for (const auto &step : std::as_const(m_steps)) {
        if (!hasOwnPlace(step.action) && (step.primary || step.allowed)) {
            shown.append(step);
        }
    }
    std::stable_sort(shown.begin(), shown.end(), [](const StepOffer &a, const StepOffer &b) {
        return std::pair(StepPane::rank(a), !a.allowed) < std::pair(StepPane::rank(b), !b.allowed);
    });
    shown.resize(std::min<qsizetype>(shown.size(), kMostButtons));
    const bool chinese = m_shell.language == Language::Chinese;
    bool first = true;
    for (const auto &step : std::as_const(shown)) {
        const auto words = chinese ? step.zh : step.en;
        auto *button = new QPushButton(words, this);
        button->setAccessibleName(words);
        button->setDefault(first && step.allowed);
        first = false;
        QStringList reasons;
        for (const auto &obstacle : step.obstacles) {
            reasons.append(m_shell.sentence(obstacle));
        }
        button->setEnabled(step.allowed);
        button->setToolTip(reasons.isEmpty() ? step.rules.join(QLatin1Char(' '))
                                             : reasons.join(QLatin1Char('\n')));
        button->setAccessibleDescription(reasons.join(QLatin1Char(' ')));
        connect(button, &QPushButton::clicked, this, [this, action = step.action] {
            openStep(action);
        });
        m_buttons->addWidget(button);
    }
}

void CaseView::showRelated()
{
    while (auto *item = m_related->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QVector<CaseRow> rows;
    const auto phone = m_case.text(u"phone");
    if (!phone.isEmpty()) {
        CaseFilter filter;
        filter.phone = phone;
        filter.sort = CaseSort::Received;
        filter.descending = true;
        if (const auto page = m_shell.desk.reader().page(filter, {}, kMostRelated + 1)) {
            rows = page->rows;
        }
    }
    const auto ground = m_shell.ground();
    for (const auto &row : std::as_const(rows)) {
        if (row.id == m_case.id) {
            continue;
        }
        // Two lines, the second as long as the panel is wide: a button does not wrap.
        const auto more =
            QStringLiteral("%1 · %2").arg(stageLabel(ground, row.stage), row.category);
        const auto room = static_cast<int>((kSideHan - 4) * hanWidth(font()));
        auto *button = new QPushButton(row.caseNo + QLatin1Char('\n') +
                                           fontMetrics().elidedText(more, Qt::ElideRight, room),
                                       this);
        button->setFlat(true);
        button->setToolTip(more);
        button->setAccessibleName(row.caseNo + QLatin1Char(' ') + more);
        connect(button, &QPushButton::clicked, this, [this, id = row.id] { emit caseWanted(id); });
        m_related->addWidget(button, 0, Qt::AlignLeft);
    }
    if (m_related->count() == 0) {
        m_related->addWidget(new QLabel(phone.isEmpty() ? tr("No phone number was given.")
                                                        : tr("No other case from this number."),
                                        this));
    }
}

void CaseView::openStep(const QString &action)
{
    if (action == QLatin1String("amend")) {
        m_tabs->setCurrentWidget(m_sheetPane);
        m_sheetPane->beginAmending();
        return;
    }
    if (isPenaltyAction(action) && m_penaltyPane) {
        m_tabs->setCurrentWidget(m_penaltyPane);
        return;
    }
    if (isCompensation(action) && m_compensationPane) {
        m_tabs->setCurrentWidget(m_compensationPane);
        return;
    }
    m_tabs->setCurrentWidget(m_stepPane);
    m_stepPane->open(action);
}

void CaseView::sayRegistered()
{
    m_said->say(tr("Registered. Tell the caller the number: %1").arg(m_case.caseNo),
                Severity::Hint);
    m_said->offer(tr("Print the form"),
                  [this] { print(m_case.sheet.section(QLatin1Char('/'), 0, 0)); });
    m_said->offer(tr("Copy the number"),
                  [this] { QApplication::clipboard()->setText(m_case.caseNo); });
    m_said->offerDismissal();
    m_number->setText(m_case.caseNo);
}

void CaseView::act(const QString &action, const QJsonObject &input)
{
    if (waits([this, action, input] { act(action, input); })) {
        m_said->say(tr("The case file is being written to by a long job. The step is recorded as "
                       "soon as the file is free."),
                    Severity::Hint);
        return;
    }
    const auto outcome = m_shell.desk.act(m_case.id, action, input);
    if (!outcome) {
        fail(action, outcome.error());
        return;
    }
    if (refuses(outcome->findings) || !outcome->caseFile) {
        refuse(action, outcome->findings);
        return;
    }
    QString words = tr("Kept.");
    for (const auto &step : std::as_const(m_steps)) {
        if (step.action == action) {
            auto name = m_shell.language == Language::Chinese ? step.zh : step.en;
            const auto department = input.value(QLatin1String("assignedDept")).toString();
            if (!department.isEmpty()) {
                name += QStringLiteral(" → ") + department;
            }
            words = tr("%1: done.").arg(name);
        }
    }
    if (isPenaltyAction(action) && m_penaltyPane) {
        m_penaltyPane->recorded();
    } else if (isCompensation(action) && m_compensationPane) {
        m_compensationPane->recorded();
    } else if (action == QLatin1String("amend")) {
        m_sheetPane->recorded();
    } else if (isDocument(action)) {
        words = tr("%1 is void.").arg(input.value(QLatin1String("document")).toString());
        m_documentPane->recorded();
    } else {
        m_stepPane->recorded();
    }
    show(*outcome->caseFile);
    QStringList hints;
    for (const auto &finding : outcome->findings) {
        hints.append(m_shell.sentence(finding));
    }
    if (hints.isEmpty()) {
        m_said->dismiss();
    } else {
        m_said->say(hints.join(QLatin1Char(' ')), Severity::Warning);
        m_said->offerDismissal();
    }
    if (m_tabs->currentWidget() == m_stepPane) {
        m_stepPane->focusForm(); // the form that had the cursor is gone; the next step stands there
    }
    offerUndo(words, *outcome, [this](const CaseFile &caseFile) { takeUp(caseFile); });
}

void CaseView::takeUp(const CaseFile &caseFile)
{
    keep();
    show(caseFile);
}

void CaseView::beginCallNote()
{
    if (m_note->text().trimmed().isEmpty()) {
        m_note->setText(tr("Called again: "));
    }
    m_note->setFocus(Qt::ShortcutFocusReason);
    m_note->end(false);
}

void CaseView::keep()
{
    m_sheetPane->keep();
    m_stepPane->keep();
    m_noteDraft->keep();
    if (m_penaltyPane) {
        m_penaltyPane->keep();
    }
    if (m_compensationPane) {
        m_compensationPane->keep();
    }
}

void CaseView::saveNote()
{
    const auto text = m_note->text().trimmed();
    if (text.isEmpty()) {
        return;
    }
    if (waits([this] { saveNote(); })) {
        m_said->say(tr("The case file is being written to by a long job. The note is kept as soon "
                       "as the file is free."),
                    Severity::Hint);
        return;
    }
    const auto outcome =
        m_shell.desk.act(m_case.id, QStringLiteral("note"), {{QStringLiteral("text"), text}});
    if (!outcome) {
        m_said->say(m_shell.sentence(outcome.error()), Severity::Refusal);
        return;
    }
    if (refuses(outcome->findings) || !outcome->caseFile) {
        QStringList why;
        for (const auto &finding : outcome->findings) {
            why.append(m_shell.sentence(finding));
        }
        m_said->say(why.join(QLatin1Char(' ')), Severity::Refusal);
        m_said->offerDismissal();
        return;
    }
    m_note->setText({}); // unlike clear(), leaves nothing for Ctrl+Z: that belongs to the note kept
    m_noteDraft->drop();
    m_said->dismiss();
    show(*outcome->caseFile);
    offerUndo(tr("Note kept."), *outcome, [this](const CaseFile &caseFile) { takeUp(caseFile); });
}

void CaseView::attach()
{
    m_tabs->setCurrentWidget(m_attachmentPane);
    m_attachmentPane->choose();
}

void CaseView::fillPrintMenu()
{
    auto *menu = m_print->menu();
    menu->clear();
    const bool chinese = m_shell.language == Language::Chinese;
    const auto &sheets = m_shell.desk.sheets();
    for (const auto &id : offeredSheets(m_case, m_shell.desk.regulationOf(m_case), sheets)) {
        const auto sheet = sheets.constFind(id);
        auto *action =
            menu->addAction(QStringLiteral("%1  %2").arg(id, chinese ? sheet->zh : sheet->en));
        connect(action, &QAction::triggered, this, [this, id] { print(id); });
    }
}

void CaseView::print(const QString &sheetId, const QString &number)
{
    const auto &sheets = m_shell.desk.sheets();
    const auto id = sheets.contains(sheetId) ? sheetId : sheets.firstKey();
    emit pageWanted(PreviewPage::ofSheet(m_shell, m_case, id, number));
}

QString CaseView::title() const
{
    const auto name = m_case.text(u"complainantName");
    const auto tail = m_case.caseNo.section(QLatin1Char('-'), -1);
    return name.isEmpty() ? tail : QStringLiteral("%1 %2").arg(tail, name);
}

QString CaseView::iconName() const { return QStringLiteral("file-text"); }

std::optional<CommandState> CaseView::state(const QString &command) const
{
    if (command == QLatin1String("case.take") || command == QLatin1String("case.forward") ||
        command == QLatin1String("case.visit") || command == QLatin1String("case.amend")) {
        const auto action = stepFor(command, m_steps);
        for (const auto &step : m_steps) {
            if (step.action == action) {
                return CommandState{step.allowed,
                                    step.obstacles.isEmpty()
                                        ? QString()
                                        : m_shell.sentence(step.obstacles.first())};
            }
        }
        return CommandState{false, tr("This step is not part of the regulation at this stage.")};
    }
    if (command == QLatin1String("form.submit")) {
        return CommandState{};
    }
    for (const auto *mine :
         {"case.attach", "case.print", "case.preview", "file.pdf", "view.side"}) {
        if (command == QLatin1String(mine)) {
            return CommandState{};
        }
    }
    if (command == QLatin1String("caller.cases")) {
        return CommandState{!m_case.text(u"phone").isEmpty(), tr("This case has no phone number.")};
    }
    return std::nullopt;
}

void CaseView::perform(const QString &command)
{
    if (command == QLatin1String("form.submit")) {
        // F8 keeps what the cursor is in: the note, the correction, or the step.
        if (m_note->hasFocus() ||
            (!m_note->text().trimmed().isEmpty() && m_tabs->currentWidget() != m_stepPane)) {
            saveNote();
        } else if (m_tabs->currentWidget() == m_sheetPane) {
            m_sheetPane->submit();
        } else if (m_tabs->currentWidget() == m_stepPane) {
            m_stepPane->submit();
        } else if (m_penaltyPane && m_tabs->currentWidget() == m_penaltyPane) {
            m_penaltyPane->submit();
        } else if (m_compensationPane && m_tabs->currentWidget() == m_compensationPane) {
            m_compensationPane->submit();
        }
    } else if (command == QLatin1String("case.attach")) {
        attach();
    } else if (command == QLatin1String("case.print") || command == QLatin1String("case.preview") ||
               command == QLatin1String("file.pdf")) {
        print(m_case.sheet.section(QLatin1Char('/'), 0, 0));
    } else if (command == QLatin1String("view.side")) {
        m_sideWanted = !m_side->isVisible();
        m_side->setVisible(m_sideWanted);
    } else if (command == QLatin1String("caller.cases")) {
        CaseFilter filter;
        filter.phone = m_case.text(u"phone");
        filter.sort = CaseSort::Received;
        filter.descending = true;
        emit listWanted(filter, m_case.text(u"complainantName"));
    } else {
        openStep(stepFor(command, m_steps));
    }
}

QList<QWidget *> CaseView::panes() const
{
    QList<QWidget *> panes = {m_tabs->currentWidget()};
    if (m_side->isVisible()) {
        panes.append(m_side);
    }
    panes.append(m_note);
    return panes;
}

void CaseView::refresh()
{
    if (m_sheetPane->amending() || m_stepPane->dirty() ||
        (m_penaltyPane && m_penaltyPane->dirty()) ||
        (m_compensationPane && m_compensationPane->dirty()) || m_documentPane->dirty()) {
        // Someone is writing: only the clocks move, the text stays.
        m_deadlines->tick();
        return;
    }
    if (const auto caseFile = m_shell.desk.reader().caseFile(m_case.id)) {
        show(*caseFile);
    }
}

void CaseView::setWidthInHan(double han)
{
    m_han = han;
    const auto wide = static_cast<int>(
        kSideHan * hanWidth(font()) * (m_shell.language == Language::English ? kEnglishLonger : 1));
    m_side->setMinimumWidth(wide * 4 / 5);
    m_side->setMaximumWidth(wide * 2);
    m_side->setVisible(m_sideWanted && han >= kSideFromHan);
    m_splitter->setSizes({width() - wide, wide});
}

} // namespace huiyin
