// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/sheetwords.h>
#include <forms/deadlinechip.h>
#include <forms/followselection.h>
#include <forms/theme.h>
#include <models/hitwords.h>
#include <window/emptystate.h>
#include <window/searchbox.h>
#include <window/searchpage.h>

#include <QAbstractListModel>
#include <QApplication>
#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <QTimer>
#include <QVBoxLayout>

namespace huiyin {

namespace {

constexpr int kMostHits = 200;
constexpr int kTypingPauseMs = 180;
constexpr qsizetype kBeforeHit = 12;

enum HitRole { HeadRole = Qt::UserRole + 1, BodyRole, StateRole, IdRole, WordsRole };

/// The words as they are looked for in a text, longest first so that marks do not cut each other.
QStringList wordsOf(const QString &typed)
{
    auto words = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::sort(words.begin(), words.end(), [](const QString &a, const QString &b) {
        return a.size() > b.size();
    });
    return words;
}

QVector<QTextLayout::FormatRange>
marks(const QString &text, const QStringList &words, bool selected)
{
    QVector<QTextLayout::FormatRange> ranges;
    QTextCharFormat format;
    if (selected) {
        format.setFontUnderline(true); // a selected row has a colour of its own
    } else {
        format.setBackground(Theme::current().color(Theme::Role::WarningFill));
        format.setForeground(Theme::current().color(Theme::Role::Warning));
    }
    format.setFontWeight(QFont::Bold);
    for (const auto &word : words) {
        for (auto at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(word, at + word.size(), Qt::CaseInsensitive)) {
            ranges.append({static_cast<int>(at), static_cast<int>(word.size()), format});
        }
    }
    return ranges;
}

/// The part of a long text around the first word found.
QString excerpt(const QString &text, const QStringList &words)
{
    qsizetype first = -1;
    for (const auto &word : words) {
        const auto at = text.indexOf(word, 0, Qt::CaseInsensitive);
        if (at >= 0 && (first < 0 || at < first)) {
            first = at;
        }
    }
    auto shown = text;
    shown.replace(QLatin1Char('\n'), QLatin1Char(' '));
    return first > kBeforeHit * 2 ? QChar(0x2026) + shown.mid(first - kBeforeHit) : shown;
}

class HitDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        auto item = option;
        initStyleOption(&item, index);
        item.text.clear();
        auto *style = item.widget ? item.widget->style() : QApplication::style();
        style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
        const auto unit = item.fontMetrics.height() / 5;
        const auto &theme = Theme::current();
        const bool selected = item.state.testFlag(QStyle::State_Selected);
        auto box = item.rect.adjusted(unit * 3, unit, -unit * 3, -unit);
        const auto state = index.data(StateRole).value<DeadlineState>();
        if (state.kind != DeadlineState::Kind::None) {
            const auto chip = deadlineChipRoom(item.font);
            paintDeadlineChip(
                *painter,
                QRect(box.right() - chip, box.top(), chip, item.fontMetrics.height() + unit),
                state,
                theme,
                item.font,
                selected);
            box.setRight(box.right() - chip - unit * 2);
        }
        const auto words = index.data(WordsRole).toStringList();
        auto bold = item.font;
        bold.setBold(true);
        const auto text = item.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
        drawLine(painter,
                 box.topLeft(),
                 box.width(),
                 bold,
                 text,
                 index.data(HeadRole).toString(),
                 words,
                 selected);
        const auto weak = selected ? text : theme.color(Theme::Role::Secondary);
        drawLine(painter,
                 QPoint(box.left(), box.top() + item.fontMetrics.height() + unit),
                 box.width(),
                 item.font,
                 weak,
                 index.data(BodyRole).toString(),
                 words,
                 selected);
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &) const override
    {
        return {option.fontMetrics.height() * 20,
                option.fontMetrics.height() * 2 + option.fontMetrics.height()};
    }

private:
    static void drawLine(QPainter *painter,
                         QPoint at,
                         int width,
                         const QFont &font,
                         const QColor &colour,
                         const QString &text,
                         const QStringList &words,
                         bool selected)
    {
        const auto shown = QFontMetrics(font).elidedText(text, Qt::ElideRight, width);
        QTextLayout layout(shown, font);
        layout.setFormats(marks(shown, words, selected));
        layout.beginLayout();
        auto line = layout.createLine();
        line.setLineWidth(width + 100);
        layout.endLayout();
        painter->save();
        painter->setPen(colour);
        layout.draw(painter, at);
        painter->restore();
    }
};

} // namespace

class SearchPage::Hits : public QAbstractListModel
{
public:
    Hits(Shell &shell, QObject *parent)
        : QAbstractListModel(parent)
        , m_shell(shell)
        , m_ground(shell.ground())
    {
    }

    void take(QVector<CaseRow> rows, const QStringList &words)
    {
        beginResetModel();
        m_rows = std::move(rows);
        m_words = words;
        m_ground = m_shell.ground(); // put together once for all rows, not for each cell
        m_bodies.clear();
        endResetModel();
    }

    [[nodiscard]] const CaseRow &row(int at) const { return m_rows.at(at); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        const auto &row = m_rows.at(index.row());
        switch (role) {
        case HeadRole:
            return QStringList{row.caseNo,
                               row.complainantName,
                               maskedPhone(row.phone),
                               row.category,
                               stageLabel(m_ground, row.stage, row.pack)}
                .join(QStringLiteral("   "));
        case BodyRole:
            return bodyOf(row);
        case StateRole:
            return QVariant::fromValue(
                DeadlineState::of(row, m_ground.calendar, m_ground.hours, m_shell.desk.now()));
        case WordsRole:
            return m_words;
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
            return QStringList{row.caseNo, row.complainantName, row.contentBrief}.join(
                QLatin1Char(' '));
        default:
            return {};
        }
    }

private:
    /// What the case is about, or the field in which the words stand where they do not stand there.
    [[nodiscard]] QString bodyOf(const CaseRow &row) const
    {
        const auto known = m_bodies.constFind(row.id);
        if (known != m_bodies.cend()) {
            return *known;
        }
        auto body = row.contentBrief.isEmpty() ? row.title : row.contentBrief;
        const auto shown = row.caseNo + row.complainantName + row.phone + row.category + body;
        const bool seen = std::any_of(m_words.cbegin(), m_words.cend(), [&](const QString &word) {
            return shown.contains(word, Qt::CaseInsensitive);
        });
        if (!seen) {
            if (const auto caseFile = m_shell.desk.reader().caseFile(row.id)) {
                auto ground = m_ground;
                ground.ownWords =
                    ownFieldWords(m_shell.desk, m_shell.language == Language::Chinese, &*caseFile);
                const auto found = fieldWith(ground, *caseFile, m_words);
                body = found.isEmpty() ? body : found;
            }
        }
        return *m_bodies.insert(row.id, excerpt(body, m_words));
    }

    Shell &m_shell;
    UiGround m_ground;
    QVector<CaseRow> m_rows;
    QStringList m_words;
    mutable QHash<CaseId, QString> m_bodies; ///< of the rows shown so far
};

SearchPage::SearchPage(Shell &shell, QWidget *parent)
    : Page(shell, parent)
    , m_box(new SearchBox(this))
    , m_count(new QLabel(this))
    , m_view(new QListView(this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedWidget(this))
    , m_hits(new Hits(shell, this))
    , m_delay(new QTimer(this))
{
    const auto unit = spacingUnit(font());
    m_box->setAccessibleName(tr("Search words"));
    m_view->setModel(m_hits);
    m_view->setItemDelegate(new HitDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformItemSizes(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setAccessibleName(tr("Cases found"));
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(unit * 3, unit * 3, unit * 3, unit * 2);
    row->addWidget(m_box, 1);
    row->addWidget(m_count);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_stack, 1);
    setFocusProxy(m_box);
    m_delay->setSingleShot(true);
    m_delay->setInterval(kTypingPauseMs);
    connect(m_delay, &QTimer::timeout, this, &SearchPage::run);
    connect(m_box, &QLineEdit::textChanged, this, [this] {
        m_preedit.clear();
        m_delay->start();
    });
    connect(m_view, &QListView::activated, this, &SearchPage::open);
    connect(m_view, &QListView::doubleClicked, this, &SearchPage::open);
    followSelection(m_view);
    connect(m_empty, &EmptyState::acted, this, [this] {
        emit commandWanted(QStringLiteral("case.new"));
    });
    m_box->installEventFilter(this);
    begin({});
    run();
}

SearchPage::~SearchPage() = default;

void SearchPage::begin(const QString &hint)
{
    m_box->setPlaceholderText(
        hint.isEmpty() ? tr("Case no., name, phone or its last 4 digits, any words") : hint);
    m_box->selectAll();
    m_box->setFocus();
}

void SearchPage::search(const QString &words)
{
    m_box->setText(words);
    m_delay->stop();
    run();
}

void SearchPage::run()
{
    // What an input method shows in the line counts as typed: initials find a name before it is
    // chosen.
    auto typed = m_box->text() + m_preedit;
    typed = typed.simplified();
    if (typed.isEmpty()) {
        m_hits->take({}, {});
        m_count->clear();
        m_empty->say(tr("Type what you remember: a name, the last four digits of a phone, two "
                        "characters of the story."),
                     {});
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    QElapsedTimer watch;
    watch.start();
    const auto rows = m_shell.desk.reader().search(typed, kMostHits);
    const auto seconds = static_cast<double>(watch.nsecsElapsed()) / 1e9;
    if (!rows) {
        m_hits->take({}, {});
        m_empty->say(m_shell.sentence(rows.error()), {});
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    m_hits->take(*rows, wordsOf(typed));
    const auto found = static_cast<int>(rows->size());
    const auto count = found >= kMostHits ? tr("the newest %1 cases").arg(found)
                                          : tr("%n case(s)", nullptr, found);
    m_count->setText(tr("%1, %2 s").arg(count, QLocale().toString(seconds, 'f', 2)));
    if (found == 0) {
        m_empty->say(tr("No case with “%1”.").arg(typed), tr("New case  F2"));
        m_stack->setCurrentWidget(m_empty);
    } else {
        m_stack->setCurrentWidget(m_view);
        m_view->setCurrentIndex(m_hits->index(0));
    }
    emit titleChanged();
    emit statesChanged();
}

void SearchPage::open(const QModelIndex &index)
{
    if (index.isValid()) {
        emit caseWanted(m_hits->row(index.row()).id);
    }
}

bool SearchPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_box && event->type() == QEvent::InputMethod) {
        m_preedit = static_cast<QInputMethodEvent *>(event)->preeditString();
        m_preedit.remove(QLatin1Char(' ')).remove(QLatin1Char('\''));
        m_delay->start();
    }
    if (watched == m_box && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up ||
            key->key() == Qt::Key_PageDown || key->key() == Qt::Key_PageUp) {
            QApplication::sendEvent(m_view, event);
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (m_delay->isActive()) {
                m_delay->stop();
                run();
            }
            open(m_view->currentIndex());
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

QString SearchPage::title() const
{
    const auto typed = m_box->text().simplified();
    return typed.isEmpty() ? tr("Search") : tr("Search: %1").arg(typed);
}

QString SearchPage::iconName() const { return QStringLiteral("search"); }

std::optional<CommandState> SearchPage::state(const QString &command) const
{
    if (command == QLatin1String("case.open")) {
        return CommandState{m_view->currentIndex().isValid(),
                            tr("Choose a case in the list first.")};
    }
    return std::nullopt;
}

void SearchPage::perform(const QString &command)
{
    if (command == QLatin1String("case.open")) {
        open(m_view->currentIndex());
    }
}

QList<QWidget *> SearchPage::panes() const { return {m_box, m_view}; }

void SearchPage::refresh()
{
    if (!m_box->text().isEmpty()) {
        run();
    }
}

} // namespace huiyin
