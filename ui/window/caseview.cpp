// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/deadlinebox.h>
#include <forms/quietscroll.h>
#include <forms/tabnames.h>
#include <forms/theme.h>
#include <forms/wraprow.h>
#include <models/deadlinestate.h>
#include <rules/sheetoffers.h>
#include <window/accesspane.h>
#include <window/attachmentpane.h>
#include <window/banner.h>
#include <window/caseview.h>
#include <window/compensationpane.h>
#include <window/documentpane.h>
#include <window/heading.h>
#include <window/noteline.h>
#include <window/penaltypane.h>
#include <window/previewpage.h>
#include <window/samecaller.h>
#include <window/sheetpane.h>
#include <window/steppane.h>
#include <window/timelinepane.h>

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace huiyin {

namespace {

constexpr int kMostButtons = 4;
constexpr double kSideHan = 20;
constexpr double kEnglishLonger = 1.25;
constexpr double kSideFromHan = 72;

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
    nameTabs(*m_tabs, tr("Parts of the case"));
    m_splitter->addWidget(m_tabs);
    buildSide();
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    column->addWidget(m_splitter, 1);
    m_note = new NoteLine(shell, m_case.id, this);
    column->addWidget(m_note);

    add(m_stepPane);
    add(m_documentPane);
    add(m_sheetPane);
    connect(m_note, &NoteLine::submitted, this, &CaseView::saveNote);
    connect(m_note, &NoteLine::textChanged, this, &Page::statesChanged);
    connect(m_note, &NoteLine::draftSaved, this, &Page::draftSaved);
    connect(m_note, &NoteLine::draftFailed, this, &Page::draftFailed);

    connect(m_documentPane, &DocumentPane::printWanted, this, &CaseView::print);
    connect(m_attachmentPane, &AttachmentPane::attachWanted, this, &CaseView::attach);
    connect(m_tabs, &QTabWidget::currentChanged, this, &Page::statesChanged);
    show(m_case);
    for (auto *part : std::as_const(m_parts)) {
        if (part->dirty()) {
            m_tabs->setCurrentWidget(part); // a step was begun here and not recorded
        }
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
    m_sameCaller = new SameCaller(m_shell, kSideHan, inside);
    connect(m_sameCaller, &SameCaller::caseWanted, this, &Page::caseWanted);
    column->addWidget(m_sameCaller);
    column->addStretch();
    m_side = scroll;
    m_splitter->addWidget(m_side);
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
          stageLabel(ground, m_case)}) {
        if (!word.isEmpty()) {
            words.append(word);
        }
    }
    const auto department = m_case.text(u"assignedDept");
    if (!department.isEmpty()) {
        words.append(tr("responsible: %1").arg(department));
    }
    m_words->setText(words.join(QStringLiteral("  ·  ")));
    showMoneyTabs();
    showButtons();
    for (auto *part : std::as_const(m_parts)) {
        part->showCase(m_case, m_steps);
    }
    m_attachmentPane->showCase(m_case);
    m_timelinePane->showCase(m_case);
    const auto documents = m_tabs->indexOf(m_documentPane);
    m_tabs->setTabVisible(documents, m_documentPane->count() > 0);
    m_tabs->setTabText(documents, tr("Documents %1").arg(m_documentPane->count()));
    m_accessPane->showCase(m_case);
    m_tabs->setTabText(m_tabs->indexOf(m_attachmentPane),
                       m_case.attachments.isEmpty()
                           ? tr("Attachments")
                           : tr("Attachments %1").arg(m_case.attachments.size()));
    m_deadlines->setRegulation(m_shell.desk.regulationOf(m_case));
    m_deadlines->setGround(ground);
    m_deadlines->setClocks(m_case.clocks, false);
    m_deadlines->setVisible(!m_case.clocks.isEmpty());
    m_sameCaller->showCase(m_case);
    emit titleChanged();
    emit statesChanged();
}

void CaseView::showMoneyTabs()
{
    const Regulation &regulation = m_shell.desk.regulationOf(m_case);
    if (!regulation.penalties.isEmpty() && !m_penaltyPane) {
        m_penaltyPane = new PenaltyPane(m_shell, this);
        add(m_penaltyPane);
        m_tabs->insertTab(m_tabs->indexOf(m_stepPane) + 1, m_penaltyPane, tr("Penalties"));
    }
    if (!regulation.compensations.isEmpty() && !m_compensationPane) {
        m_compensationPane = new CompensationPane(m_shell, this);
        add(m_compensationPane);
        m_tabs->insertTab(
            m_tabs->indexOf(m_attachmentPane), m_compensationPane, tr("Compensation"));
        connect(m_compensationPane,
                &CompensationPane::printWanted,
                this,
                [this](const QString &sheetId) { print(sheetId); });
    }
}

void CaseView::add(CasePart *part)
{
    m_parts.prepend(part);
    connect(part, &CasePart::submitted, this, &CaseView::act);
    connect(part, &CasePart::statesChanged, this, &Page::statesChanged);
    connect(part, &CasePart::draftSaved, this, &Page::draftSaved);
    connect(part, &CasePart::draftFailed, this, &Page::draftFailed);
    connect(part, &CasePart::undoOffered, this, &Page::undoOffered);
}

CasePart *CaseView::partFor(const QString &action) const
{
    return *std::find_if(m_parts.cbegin(), m_parts.cend() - 1, [&action](const CasePart *part) {
        return part->takes(action);
    });
}

CasePart *CaseView::shownPart() const { return qobject_cast<CasePart *>(m_tabs->currentWidget()); }

void CaseView::showButtons()
{
    while (auto *item = m_buttons->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QVector<StepOffer> shown;
    for (const auto &step : std::as_const(m_steps)) {
        const bool ownPlace = partFor(step.action) != m_stepPane ||
                              step.action == QLatin1String("note") ||
                              step.action == QLatin1String("attach");
        if (!ownPlace && (step.primary || step.allowed)) {
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
        const auto reasons = m_shell.sentences(step.obstacles);
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

void CaseView::openStep(const QString &action)
{
    auto *part = partFor(action);
    m_tabs->setCurrentWidget(part);
    part->open(action);
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
    auto *part = partFor(action);
    const auto outcome = m_shell.desk.act(m_case.id, action, input);
    if (!outcome) {
        part->showError(outcome.error());
        return;
    }
    if (refuses(outcome->findings) || !outcome->caseFile) {
        part->showFindings(outcome->findings);
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
    if (part == m_documentPane) {
        words = tr("%1 is void.").arg(input.value(QLatin1String("document")).toString());
    }
    part->recorded();
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

void CaseView::beginCallNote() { m_note->beginCall(); }

void CaseView::keep()
{
    for (auto *part : std::as_const(m_parts)) {
        part->keep();
    }
    m_note->keep();
}

void CaseView::saveNote()
{
    const auto text = m_note->text();
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
    m_note->recorded();
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

Page *CaseView::print(const QString &sheetId, const QString &number)
{
    const auto &sheets = m_shell.desk.sheets();
    const auto id = sheets.contains(sheetId) ? sheetId : sheets.firstKey();
    auto *page = PreviewPage::ofSheet(m_shell, m_case, id, number);
    emit pageWanted(page);
    return page;
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
        if (m_note->writing() || (!m_note->text().isEmpty() && shownPart() != m_stepPane)) {
            saveNote();
        } else if (auto *part = shownPart()) {
            part->submit();
        }
    } else if (command == QLatin1String("case.attach")) {
        attach();
    } else if (command == QLatin1String("case.print") || command == QLatin1String("case.preview") ||
               command == QLatin1String("file.pdf")) {
        // The form the case was taken on; one that came in a register is printed on the first of
        // its regulation.
        auto *page =
            print(offeredSheets(m_case, m_shell.desk.regulationOf(m_case), m_shell.desk.sheets())
                      .value(0));
        if (command == QLatin1String("file.pdf")) {
            page->perform(command);
        }
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
    if (std::any_of(
            m_parts.cbegin(), m_parts.cend(), [](const CasePart *part) { return part->dirty(); })) {
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
